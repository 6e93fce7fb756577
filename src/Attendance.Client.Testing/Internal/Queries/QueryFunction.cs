using Microsoft.OData.UriParser;

namespace Attendance.Client.Testing.Internal;

/// <summary>The functions of a filter or an order.</summary>
internal static class QueryFunction
{
    /// <exception cref="GraphRefusal">There is no such function here.</exception>
    public static object? Call(SingleValueFunctionCallNode call, QueryScope scope)
    {
        var values = call.Parameters.Select(parameter => QueryValue.Of(parameter, scope)).ToArray();
        return (call.Name, values.ElementAtOrDefault(0), values.ElementAtOrDefault(1), values.ElementAtOrDefault(2)) switch
        {
            ("now", _, _, _) => scope.Now,
            (_, null, _, _) => null,
            ("contains", string text, string part, _) => Contains(text, part, scope.Comparison),
            ("startswith", string text, string part, _) => text.StartsWith(part, scope.Comparison),
            ("endswith", string text, string part, _) => text.EndsWith(part, scope.Comparison),
            ("indexof", string text, string part, _) => (double)text.IndexOf(part, scope.Comparison),
            ("length", string text, _, _) => (double)text.Length,
            ("substring", string text, double start, double length) =>
                text.Substring(Within(text, start), Math.Min((int)Math.Max(length, 0), text.Length - Within(text, start))),
            ("substring", string text, double start, _) => text.Substring(Within(text, start)),
            ("tolower", string text, _, _) => text.ToLowerInvariant(),
            ("toupper", string text, _, _) => text.ToUpperInvariant(),
            ("trim", string text, _, _) => text.Trim(),
            ("concat", string text, string more, _) => text + more,
            ("round", double number, _, _) => Math.Round(number, MidpointRounding.AwayFromZero),
            ("floor", double number, _, _) => Math.Floor(number),
            ("ceiling", double number, _, _) => Math.Ceiling(number),
            (var name, var value, _, _) when QueryValue.TimeOf(value) is { } time => OfTime(name, time.ToUniversalTime()),
            _ when values.Contains(null) => null,
            _ => throw GraphRefusal.BadRequest($"The function '{call.Name}' is not supported."),
        };
    }

    private static object OfTime(string name, DateTimeOffset time) => name switch
    {
        "year" => (double)time.Year,
        "month" => (double)time.Month,
        "day" => (double)time.Day,
        "hour" => (double)time.Hour,
        "minute" => (double)time.Minute,
        "second" => (double)time.Second,
        "date" => new DateTimeOffset(time.Date, TimeSpan.Zero),
        _ => throw GraphRefusal.BadRequest($"The function '{name}' is not supported."),
    };

    private static bool Contains(string text, string part, StringComparison comparison) =>
#if NET
        text.Contains(part, comparison);
#else
        text.IndexOf(part, comparison) >= 0;
#endif

    private static int Within(string text, double index) => (int)Math.Max(0, Math.Min(index, text.Length));
}
