using System.Reflection;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>Names of types as C# writes them: with their namespace, so that nothing can hide behind a short name.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) =>
        type.IsArray ? Of(type.GetElementType()!) + "[]" : Name(type, type.GetGenericArguments().Select(Of));

    public static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        var name = info.ElementType is { } element
            ? Of(element) + "[]"
            : Name(Nullable.GetUnderlyingType(type) ?? type, info.GenericTypeArguments.Select(Of));
        return info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    private static string Name(Type type, IEnumerable<string> arguments)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;

        var name = $"{type.Namespace}.{NameIn(type)}";
        return type.IsGenericType ? $"{name}<{string.Join(", ", arguments)}>" : name;
    }

    /// <summary>Name without namespace and type parameters, behind the type that it is nested in.</summary>
    public static string NameIn(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsNested ? $"{NameIn(type.DeclaringType!)}.{name}" : name;
    }
}
