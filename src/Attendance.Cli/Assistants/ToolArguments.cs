using System.Text.Json;

namespace Attendance.Cli;

/// <summary>What an assistant has passed to a tool, checked against the tool's parameters.</summary>
internal sealed class ToolArguments
{
    private const int MostItems = 1000;
    private const int LongestText = 20_000;

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>Checks them.</summary>
    /// <param name="given">What was passed, or null for nothing.</param>
    /// <param name="parameters">What the tool takes.</param>
    /// <exception cref="UsageException">They do not fit the parameters.</exception>
    public ToolArguments(IEnumerable<KeyValuePair<string, JsonElement>>? given, IReadOnlyList<ToolParameter> parameters)
    {
        foreach (var (name, value) in given ?? [])
        {
            var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw new UsageException(
                $"{CellText.Of(CellText.Short(name))} is no parameter of this tool. " +
                $"It takes {string.Join(", ", parameters.Select(parameter => parameter.Name))}.");
            if (value.ValueKind is JsonValueKind.Null)
                continue;

            _values[name] = Read(parameter, value);
        }

        if (parameters.FirstOrDefault(parameter => parameter.IsRequired && !_values.ContainsKey(parameter.Name)) is { } missing)
            throw new UsageException($"{missing.Name} is missing. Pass it: {missing.Description}");

        Key = string.Join('\n', _values.Where(pair => pair.Key is not (PageName or PageSizeName))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={(pair.Value is IEnumerable<string> items ? string.Join('\t', items) : pair.Value)}"));
    }

    /// <summary>Name of the parameter for the page.</summary>
    public const string PageName = "page";

    /// <summary>Name of the parameter for how many a page has.</summary>
    public const string PageSizeName = "page_size";

    /// <summary>What is asked for, but for the page of it.</summary>
    public string Key { get; }

    /// <summary>The text, or null where it was not passed.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    /// <summary>The number, or null where it was not passed.</summary>
    public int? Number(string name) => _values.GetValueOrDefault(name) as int?;

    /// <summary>The texts, or null where they were not passed.</summary>
    public IReadOnlyList<string>? List(string name) => _values.GetValueOrDefault(name) as IReadOnlyList<string>;

    private static object Read(ToolParameter parameter, JsonElement value)
    {
        if (parameter.IsNumber)
        {
            return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1
                ? number
                : throw new UsageException($"{parameter.Name} is no number from 1 on. Pass one, such as 1.");
        }

        if (parameter.IsList)
        {
            return value.ValueKind is JsonValueKind.Array && value.GetArrayLength() is > 0 and <= MostItems
                && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String && IsText(item.GetString()!))
                ? value.EnumerateArray().Select(item => item.GetString()!.Trim()).ToArray()
                : throw new UsageException(
                    $"{parameter.Name} is no list of 1 to {CellText.Of(MostItems)} texts. Pass a JSON array of strings.");
        }

        if (value.ValueKind is not JsonValueKind.String || !IsText(value.GetString()!))
            throw new UsageException($"{parameter.Name} is no text, an empty one or one that is too long. Pass a string.");

        var text = value.GetString()!.Trim();
        return parameter.Values.Count == 0 || parameter.Values.Contains(text, StringComparer.Ordinal)
            ? text
            : throw new UsageException(
                $"{parameter.Name} is \"{CellText.Of(CellText.Short(text))}\". Pass one of {string.Join(", ", parameter.Values)}.");
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
