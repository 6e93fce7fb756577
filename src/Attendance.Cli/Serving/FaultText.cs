using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Cli;

/// <summary>A fault in a word of the command line, such as <c>429:every=5,retry-after=2</c>.</summary>
internal static class FaultText
{
    /// <summary>What a fault may be, for a help text.</summary>
    public const string Forms = "a status from 400 to 599, late, cut, cut-body, cut-json or delay:seconds=n";

    /// <summary>The fault as <c>--data</c> has it.</summary>
    /// <exception cref="UsageException">The text is no fault.</exception>
    public static JsonObject Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var json = Kind(colon < 0 ? text : text[..colon]) ?? throw Refuse(text, $"Pass {Forms}, and behind a colon every=n or times=n.");
        foreach (var part in colon < 0 ? [] : text[(colon + 1)..].Split(','))
        {
            if (part.Split('=', 2) is not [var name, { Length: > 0 } value] || NameInJson(name) is not { } member)
            {
                throw Refuse(
                    text,
                    "Behind the colon stand every=n, times=n, operation=name, retry-after=seconds, code=text and message=text, " +
                    "with commas between.");
            }

            json[member] = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number == Math.Floor(number) && number < int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number)
                : JsonValue.Create(value);
        }

        return json;
    }

    private static JsonObject? Kind(string kind) => kind switch
    {
        "late" => new JsonObject { ["late"] = true },
        "cut" => new JsonObject { ["cut"] = "connection" },
        "cut-body" => new JsonObject { ["cut"] = "body" },
        "cut-json" => new JsonObject { ["cut"] = "json" },
        "delay" => [],
        _ when int.TryParse(kind, NumberStyles.None, CultureInfo.InvariantCulture, out var status) =>
            new JsonObject { ["status"] = status },
        _ => null,
    };

    private static string? NameInJson(string name) => name switch
    {
        "every" or "times" or "operation" or "code" or "message" => name,
        "retry-after" => "retryAfter",
        "seconds" => "delaySeconds",
        _ => null,
    };

    private static UsageException Refuse(string text, string cure) =>
        new($"--fail is \"{CellText.Of(text)}\", which is no fault. {cure}");
}
