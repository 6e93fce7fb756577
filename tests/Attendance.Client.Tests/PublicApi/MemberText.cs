using System.Reflection;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>Members that users of a type see, a line each.</summary>
internal static class MemberText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type) => type.IsEnum
        ? Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => $"{Enum.GetName(type, value)} = {value},")
        : In(type.GetFields(Declared).Where(field => IsSeen(type, field.Attributes) && !field.IsSpecialName), Line)
            .Concat(In(type.GetConstructors(Declared).Where(constructor => IsSeen(constructor) && !constructor.IsStatic), Line))
            .Concat(In(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen)), Line))
            .Concat(In(type.GetEvents(Declared).Where(@event => IsSeen(@event.AddMethod!)), Line))
            .Concat(In(type.GetMethods(Declared).Where(method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))), Line));

    // The compiler itself makes constructors of types with required members obsolete, for older compilers.
    public static string Obsolete(MemberInfo member) =>
        member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete && !member.Has("CompilerFeatureRequiredAttribute")
            ? $"[Obsolete({ParameterText.Value(obsolete.Message)}{(obsolete.IsError ? ", error: true" : "")})] "
            : "";

    public static string Signature(MethodInfo method, string name, Type[] typeParameters) =>
        $"{TypeText.Of(new NullabilityInfoContext().Create(method.ReturnParameter))} {name}{GenericText.Parameters(typeParameters)}" +
        $"{ParameterText.Of(method)}{GenericText.Constraints(typeParameters)};";

    private static IEnumerable<string> In<T>(IEnumerable<T> members, Func<T, string> line)
        where T : MemberInfo =>
        members
            .Where(member => !member.Has("CompilerGeneratedAttribute") && member.Name != "EqualityContract")
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(line, StringComparer.Ordinal)
            .Select(member => Obsolete(member) + line(member));

    private static string Line(FieldInfo field)
    {
        var modifiers = (field.IsPublic ? "public " : "protected ") + (field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => "",
        });
        var value = field.IsLiteral ? " = " + ParameterText.Value(field.GetRawConstantValue()) : "";
        return $"{modifiers}{TypeText.Of(new NullabilityInfoContext().Create(field))} {field.Name}{value};";
    }

    private static string Line(ConstructorInfo constructor) =>
        $"{Modifiers(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}{ParameterText.Of(constructor)};";

    private static string Line(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsSeen).ToList();
        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var parts = accessors.Select(accessor => (accessor.IsPublic == widest.IsPublic ? "" : "protected ") + Keyword(accessor));
        var required = property.Has("RequiredMemberAttribute") ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(ParameterText.Of))}]";
        return $"{Modifiers(widest)}{required}{TypeText.Of(new NullabilityInfoContext().Create(property))} {name} {{ {string.Join(" ", parts)} }}";

        string Keyword(MethodInfo accessor) =>
            accessor == property.GetMethod ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;"
            : "set;";
    }

    private static string Line(EventInfo @event) =>
        $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(new NullabilityInfoContext().Create(@event))} {@event.Name};";

    private static string Line(MethodInfo method) => Modifiers(method) + Signature(method, method.Name, method.GetGenericArguments());

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "public " : "protected ";
        var isOverride = method is MethodInfo info && info.GetBaseDefinition() != info;
        return access + (method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => isOverride ? "abstract override " : "abstract ",
            { IsVirtual: true } when isOverride => method.IsFinal && !method.DeclaringType!.IsSealed ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        });
    }

    // What is protected in a sealed type is nobody's business.
    private static bool IsSeen(MethodBase method) =>
        method.IsPublic || (!method.DeclaringType!.IsSealed && (method.IsFamily || method.IsFamilyOrAssembly));

    private static bool IsSeen(Type type, FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => true,
        FieldAttributes.Family or FieldAttributes.FamORAssem => !type.IsSealed,
        _ => false,
    };
}
