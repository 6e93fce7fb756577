using System.Reflection;
using System.Text;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>The public surface of types as text that reads like C#, the same for the same API whatever the framework.</summary>
internal static class ApiText
{
    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var group in types.Where(type => type.IsVisible).GroupBy(type => type.Namespace, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("namespace ").Append(group.Key).Append(";\n");
            foreach (var type in group.OrderBy(TypeText.NameIn, StringComparer.Ordinal).ThenBy(type => type.GetGenericArguments().Length))
            {
                text.Append('\n').Append(MemberText.Obsolete(type)).Append("public ");
                if (type.BaseType == typeof(MulticastDelegate))
                    text.Append("delegate ").Append(MemberText.Signature(type.GetMethod("Invoke")!, TypeText.NameIn(type), type.GetGenericArguments())).Append('\n');
                else
                    AppendType(text, type);
            }
        }

        return text.ToString();
    }

    private static void AppendType(StringBuilder text, Type type)
    {
        var bases = string.Join(", ", Bases(type));
        text.Append(Kind(type)).Append(' ').Append(TypeText.NameIn(type)).Append(GenericText.Parameters(type.GetGenericArguments()))
            .Append(bases.Length == 0 ? "" : " : ").Append(bases)
            .Append(GenericText.Constraints(type.GetGenericArguments())).Append("\n{\n");
        foreach (var line in MemberText.Of(type))
            text.Append("    ").Append(line).Append('\n');
        text.Append("}\n");
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => (type.Has("IsReadOnlyAttribute") ? "readonly " : "") + (IsRecord(type) ? "record struct" : "struct"),
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class"),
    };

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
            return Enum.GetUnderlyingType(type) is var number && number == typeof(int) ? [] : [TypeText.Of(number)];

        var hasBase = type.BaseType is not null && type.BaseType != typeof(object) && type.BaseType != typeof(ValueType);
        var equatable = IsRecord(type) ? typeof(IEquatable<>).MakeGenericType(type) : null;
        var interfaces = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(@interface => @interface.IsVisible && @interface != equatable);
        return [.. hasBase ? [TypeText.Of(type.BaseType!)] : (string[])[], .. interfaces.Select(TypeText.Of).Order(StringComparer.Ordinal)];
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly, [typeof(StringBuilder)]) is not null;
}
