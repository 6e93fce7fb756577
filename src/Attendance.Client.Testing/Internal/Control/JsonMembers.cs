using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Reads members of an object that people wrote, and says where one is wrong.</summary>
/// <param name="path">Where the object stands, such as <c>$.settings</c>.</param>
/// <param name="json">The object.</param>
internal sealed class JsonMembers(string path, JsonObject json)
{
    /// <exception cref="FormatException">There is no object.</exception>
    public static JsonMembers Of(string path, JsonNode? node) =>
        new(path, node as JsonObject ?? throw new FormatException($"{path} is no object."));

    public bool Has(string name) => json.ContainsKey(name);

    /// <exception cref="FormatException">There is another member.</exception>
    public void Allow(params string[] known)
    {
        if (json.FirstOrDefault(member => !known.Contains(member.Key, StringComparer.Ordinal)) is { Key: { } unknown })
            throw new FormatException($"{path}.{unknown} is not known; {path} may have {string.Join(", ", known)}.");
    }

    public string? Text(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Fault(name, "is no text"),
    };

    public int? Number(string name, int atLeast, int atMost = int.MaxValue) => json[name] switch
    {
        null => null,
        // A whole number may also be written with a fraction of 0.
        JsonValue value when value.GetValueKind() == JsonValueKind.Number
            && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= atLeast && number <= atMost && number == Math.Floor(number) => (int)number,
        _ => throw Fault(
            name, atMost == int.MaxValue ? $"is no whole number from {atLeast} on" : $"is no whole number from {atLeast} to {atMost}"),
    };

    public double? Seconds(string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<double>(out var number) && number is >= 0 and <= 86_400 => number,
        _ => throw Fault(name, "is no number of seconds from 0 to 86400"),
    };

    /// <returns>A time in UTC; one without zone is UTC.</returns>
    public DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        var text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => throw Fault(name, "is no time such as 2026-03-02T10:00:00Z"),
    };

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> values) =>
        Text(name) is { } text && values.TryGetValue(text, out var value)
            ? value
            : throw Fault(name, $"is none of {string.Join(", ", values.Keys)}");

    public IEnumerable<string> Texts(string name) => json[name] switch
    {
        null => [],
        JsonArray items => items.Select(
            (item, index) => item is JsonValue value && value.TryGetValue<string>(out var text)
                ? text
                : throw Fault($"{name}[{index}]", "is no text")),
        _ => throw Fault(name, "is no list"),
    };

    public JsonNode? Node(string name) => json[name];

    public FormatException Fault(string name, string what) => new($"{path}.{name} {what}.");

    public FormatException Fault(string what) => new($"{path} {what}.");

    /// <summary>Names of an enumeration as JSON writes them.</summary>
    public static IReadOnlyDictionary<string, T> NamesOf<T>()
        where T : struct, Enum =>
#if NET
        Enum.GetValues<T>()
#else
        ((T[])Enum.GetValues(typeof(T)))
#endif
            .ToDictionary(
                static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), static value => value, StringComparer.Ordinal);
}
