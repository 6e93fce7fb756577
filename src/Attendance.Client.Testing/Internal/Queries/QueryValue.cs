using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Attendance.Client.Testing.Internal;

/// <summary>Works out a filter or an order for an entity: text, numbers as <see cref="double"/>, truth, times, JSON, or null.</summary>
internal static class QueryValue
{
    /// <exception cref="GraphRefusal">The expression uses what this graph cannot work out.</exception>
    public static object? Of(QueryNode? node, QueryScope scope) => node switch
    {
        null => null,
        ConstantNode constant => Plain(constant.Value),
        ConvertNode convert => Of(convert.Source, scope),
        BinaryOperatorNode binary => Binary(binary, scope),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand, scope) is bool operand ? !operand : null,
        UnaryOperatorNode negate => Of(negate.Operand, scope) is double number ? -number : null,
        InNode choice => Items(choice.Right, scope).Any(item => AreEqual(Of(choice.Left, scope), item, scope.Comparison)),
        AnyNode any => Elements(any.Source, scope).Any(item => IsTrue(any, item, scope)),
        AllNode all => Elements(all.Source, scope).All(item => IsTrue(all, item, scope)),
        CountNode count => (double)Elements(count.Source, scope).Count,
        SingleValueFunctionCallNode call => QueryFunction.Call(call, scope),
        SingleValueNode member => Typed(Plain(Json(member, scope)), member.TypeReference),
        _ => throw GraphRefusal.BadRequest($"The expression '{node.Kind}' is not supported."),
    };

    /// <summary>Which of two values comes first; null does.</summary>
    public static int Order(object? left, object? right, StringComparison comparison) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.Compare(a, b, comparison),
        (bool a, bool b) => a.CompareTo(b),
        (double a, double b) => a.CompareTo(b),
        _ when TimeOf(left) is { } a && TimeOf(right) is { } b => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        _ => string.Compare(Text(left), Text(right), comparison),
    };

    public static DateTimeOffset? TimeOf(object? value) => value switch
    {
        DateTimeOffset time => time,
        string or double or bool or TimeSpan or JsonNode or null => null,
        _ => ParseTime(Text(value)),
    };

    private static object? Binary(BinaryOperatorNode node, QueryScope scope)
    {
        var left = Of(node.Left, scope);
        if (node.OperatorKind == BinaryOperatorKind.And && left is false)
            return false;
        if (node.OperatorKind == BinaryOperatorKind.Or && left is true)
            return true;

        var right = Of(node.Right, scope);
        return node.OperatorKind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.Or => right,
            BinaryOperatorKind.Equal => AreEqual(left, right, scope.Comparison),
            BinaryOperatorKind.NotEqual => !AreEqual(left, right, scope.Comparison),
            BinaryOperatorKind.GreaterThan => AreKnown(left, right) && OrderLike(left, right, scope) > 0,
            BinaryOperatorKind.GreaterThanOrEqual => AreKnown(left, right) && OrderLike(left, right, scope) >= 0,
            BinaryOperatorKind.LessThan => AreKnown(left, right) && OrderLike(left, right, scope) < 0,
            BinaryOperatorKind.LessThanOrEqual => AreKnown(left, right) && OrderLike(left, right, scope) <= 0,
            var kind => Calculate(kind, left, right),
        };
    }

    private static object? Calculate(BinaryOperatorKind kind, object? left, object? right) => (kind, left, right) switch
    {
        (BinaryOperatorKind.Add, double a, double b) => a + b,
        (BinaryOperatorKind.Subtract, double a, double b) => a - b,
        (BinaryOperatorKind.Multiply, double a, double b) => a * b,
        (BinaryOperatorKind.Divide, double a, double b) => a / b,
        (BinaryOperatorKind.Modulo, double a, double b) => a % b,
        (BinaryOperatorKind.Add, DateTimeOffset time, TimeSpan span) => time + span,
        (BinaryOperatorKind.Subtract, DateTimeOffset time, TimeSpan span) => time - span,
        (BinaryOperatorKind.Subtract, DateTimeOffset time, DateTimeOffset other) => time - other,
        (BinaryOperatorKind.Has, _, _) => throw GraphRefusal.BadRequest("The operator 'has' is not supported."),
        _ => null,
    };

    private static int OrderLike(object? left, object? right, QueryScope scope) => Order(left, right, scope.Comparison);

    private static bool AreKnown(object? left, object? right) => left is not null && right is not null;

    private static bool AreEqual(object? left, object? right, StringComparison comparison) =>
        left is null || right is null ? left is null && right is null : Order(left, right, comparison) == 0;

    private static bool IsTrue(LambdaNode node, JsonNode? item, QueryScope scope) =>
        Of(node.Body, new QueryScope(node.CurrentRangeVariable?.Name ?? "", item, scope.Comparison, scope.Now, scope)) is true;

    private static IEnumerable<object?> Items(CollectionNode node, QueryScope scope) => node is CollectionConstantNode constants
        ? constants.Collection.Select(static item => Plain(item.Value))
        : Elements(node, scope).Select(static item => Plain(item));

    private static JsonArray Elements(CollectionNode node, QueryScope scope) => node switch
    {
        CollectionPropertyAccessNode access => Json(access.Source, scope)?[NameOf(access.Property.Name, access.Source, scope)] as JsonArray,
        CollectionComplexNode access => Json(access.Source, scope)?[NameOf(access.Property.Name, access.Source, scope)] as JsonArray,
        CollectionNavigationNode navigation => Json(navigation.Source, scope)?[navigation.NavigationProperty.Name] as JsonArray,
        _ => throw GraphRefusal.BadRequest($"The expression '{node.Kind}' is not supported."),
    } ?? [];

    private static JsonNode? Json(QueryNode node, QueryScope scope) => node switch
    {
        SingleValuePropertyAccessNode access => Member(access.Source, access.Property.Name, scope),
        SingleComplexNode access => Member(access.Source, access.Property.Name, scope),
        SingleNavigationNode navigation => Member(navigation.Source, navigation.NavigationProperty.Name, scope),
        SingleValueOpenPropertyAccessNode access => Member(access.Source, access.Name, scope),
        SingleResourceCastNode cast => Json(cast.Source, scope),
        ResourceRangeVariableReferenceNode variable => scope.Find(variable.Name),
        NonResourceRangeVariableReferenceNode variable => scope.Find(variable.Name),
        _ => throw GraphRefusal.BadRequest($"The expression '{node.Kind}' is not supported."),
    };

    private static JsonNode? Member(QueryNode source, string name, QueryScope scope) =>
        Json(source, scope) is JsonObject holder ? holder[NameOf(name, holder)] : null;

    private static string NameOf(string name, QueryNode source, QueryScope scope) =>
        Json(source, scope) is JsonObject holder ? NameOf(name, holder) : name;

    // A name is told in any case, and the data has its own.
    private static string NameOf(string name, JsonObject holder) =>
        holder.ContainsKey(name)
            ? name
            : holder.Select(static member => member.Key)
                .FirstOrDefault(member => member.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private static object? Plain(object? value) => value switch
    {
        null => null,
        JsonValue json => json.GetValueKind() switch
        {
            JsonValueKind.String => json.GetValue<string>(),
            JsonValueKind.Number => double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
        string or bool or DateTimeOffset or TimeSpan or JsonNode => value,
        int or long or short or byte or sbyte or float or double or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ when TimeOf(value) is { } time => time,
        _ => Text(value),
    };

    // In JSON times and spans are text; what they are the type tells.
    private static object? Typed(object? value, IEdmTypeReference? type) => value is not string text || type?.IsPrimitive() != true
        ? value
        : type.PrimitiveKind() switch
        {
            EdmPrimitiveTypeKind.DateTimeOffset or EdmPrimitiveTypeKind.Date => ParseTime(text),
            EdmPrimitiveTypeKind.Duration => XmlConvert.ToTimeSpan(text),
            _ => text,
        };

    private static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
