using System.Globalization;
using System.Reflection;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>Parameters and values as C# writes them.</summary>
internal static class ParameterText
{
    public static string Of(MethodBase method)
    {
        var parameters = string.Join(", ", method.GetParameters().Select(Of));
        return method.Has("ExtensionAttribute") ? $"(this {parameters})" : $"({parameters})";
    }

    public static string Of(ParameterInfo parameter)
    {
        var promise = parameter.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "NotNullWhenAttribute") is { } notNull
            ? $"[NotNullWhen({Value(notNull.ConstructorArguments[0].Value)})] "
            : "";
        var modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.Has("ParamArrayAttribute") || parameter.Has("ParamCollectionAttribute") => "params ",
            _ => "",
        };
        var type = TypeText.Of(new NullabilityInfoContext().Create(parameter));
        var otherwise = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{promise}{modifier}{type} {parameter.Name}{otherwise}";
    }

    public static string Value(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Enum member => $"{TypeText.Of(member.GetType())}.{member}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? "default"
            : Value(parameter.DefaultValue);
}
