using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;

namespace Dibao.Eligibility.Domain;

/// <summary>A determination as kept: canonical JSON and its hash; never altered, a later one stands beside it.</summary>
internal sealed class StoredDetermination
{
    public required Guid Id { get; init; }

    /// <summary>The application it is of; null when it is of a succession.</summary>
    public ApplicationId? Application { get; init; }

    public Guid? Succession { get; init; }

    /// <summary>Version of the text's format.</summary>
    public required int Format { get; init; }

    /// <summary>Canonical JSON (RFC 8785).</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>A determination of an application or of a succession, to be kept.</summary>
    public static StoredDetermination Of(Determination determination, ApplicationId? application = null, Guid? succession = null)
    {
        var text = CanonicalJson.Write(determination);
        return new()
        {
            Id = Guid.CreateVersion7(),
            Application = application,
            Succession = succession,
            Format = determination.Format,
            Text = text,
            Hash = CanonicalJson.Hash(text),
        };
    }
}
