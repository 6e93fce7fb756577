using System.Reflection;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>Type parameters and their constraints as C# writes them.</summary>
internal static class GenericText
{
    public static string Parameters(Type[] parameters) =>
        parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(Parameter))}>";

    public static string Constraints(Type[] parameters) => string.Concat(parameters
        .Select(parameter => (parameter.Name, All: string.Join(", ", Constraints(parameter))))
        .Where(constraint => constraint.All.Length > 0)
        .Select(constraint => $" where {constraint.Name} : {constraint.All}"));

    private static string Parameter(Type parameter) => (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out " + parameter.Name,
        GenericParameterAttributes.Contravariant => "in " + parameter.Name,
        _ => parameter.Name,
    };

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
            yield return "struct";
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        foreach (var type in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeText.Of).Order(StringComparer.Ordinal))
            yield return type;
        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            yield return "new()";
    }
}
