using System.Reflection;
using System.Reflection.Emit;

namespace Dibao.ArchitectureTests;

/// <summary>What a type stands on: its signatures, its fields, and every type and member that its code names.</summary>
internal static class Uses
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly IReadOnlyDictionary<int, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => (int)(ushort)c.Value);

    /// <summary>Every type that this one uses, its nested types included.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Collect(type, used);
        used.Remove(type);
        return used;
    }

    /// <summary>Whether the type's code, nested types included, calls a method of that name.</summary>
    public static bool Calls(Type type, string name) =>
        type.GetMethods(All).Any(m => m.GetMethodBody() is { } body && Named(m, body.GetILAsByteArray()!).Any(n => n.Name == name))
        || type.GetNestedTypes(All).Any(n => Calls(n, name));

    private static void Collect(Type type, HashSet<Type> used)
    {
        Add(type.BaseType, used);
        foreach (var contract in type.GetInterfaces()) Add(contract, used);
        foreach (var attribute in type.GetCustomAttributesData()) Add(attribute.AttributeType, used);
        foreach (var field in type.GetFields(All)) Add(field.FieldType, used);
        foreach (var property in type.GetProperties(All)) Add(property.PropertyType, used);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))) Collect(method, used);
        foreach (var nested in type.GetNestedTypes(All)) Collect(nested, used);
    }

    private static void Collect(MethodBase method, HashSet<Type> used)
    {
        Add((method as MethodInfo)?.ReturnType, used);
        foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, used);
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(local.LocalType, used);
        foreach (var member in Named(method, body.GetILAsByteArray()!))
        {
            Add(member as Type ?? member.DeclaringType, used);
            switch (member)
            {
                case MethodInfo called:
                    Add(called.ReturnType, used);
                    if (called.IsGenericMethod) foreach (var argument in called.GetGenericArguments()) Add(argument, used);
                    break;
                case FieldInfo read:
                    Add(read.FieldType, used);
                    break;
            }
        }
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method, byte[] il)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE) value = (value << 8) | il[at++];
            var code = Codes[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                if (method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod) is { } member) yield return member;
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static void Add(Type? type, HashSet<Type> used)
    {
        while (type is { HasElementType: true }) type = type.GetElementType();
        if (type is null || type.IsGenericParameter || !used.Add(type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type) && !type.IsConstructedGenericType) return;
        if (type.IsConstructedGenericType) foreach (var argument in type.GetGenericArguments()) Add(argument, used);
    }
}
