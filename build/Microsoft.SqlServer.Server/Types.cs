namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type of the database is stored.</summary>
public enum Format
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>By the server.</summary>
    Native = 1,

    /// <summary>By the type itself.</summary>
    UserDefined = 2,
}

/// <summary>A CLR type of the database that stores itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads itself.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes itself.</summary>
    void Write(BinaryWriter w);
}

/// <summary>A type is no CLR type of the database.</summary>
public sealed class InvalidUdtException : SystemException
{
    internal InvalidUdtException(string message)
        : base(message)
    {
    }
}

/// <summary>Marks a CLR type of the database.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is stored.</summary>
    public Format Format => format;

    /// <summary>Name in the database.</summary>
    public string? Name { get; set; }

    /// <summary>The most bytes it takes; -1 for a large object.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Every value takes the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Its bytes sort as its values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value.</summary>
    public string? ValidationMethodName { get; set; }
}
