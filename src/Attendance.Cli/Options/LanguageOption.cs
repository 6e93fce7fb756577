using System.CommandLine;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The option that says in which language a page is.</summary>
internal sealed class LanguageOption : Option<string?>
{
    private static readonly Dictionary<string, ChartTexts> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = ChartTexts.English,
        ["de"] = ChartTexts.German,
        ["fr"] = ChartTexts.French,
        ["es"] = ChartTexts.Spanish,
    };

    public LanguageOption()
        : base("--language")
    {
        HelpName = "code";
        Description = "Language of the page or picture: en, de, fr or es [default: en]";
        CompletionSources.Add([.. Texts.Keys]);
    }

    public ChartTexts Read(ParseResult parse)
    {
        var code = parse.GetValue(this) ?? "en";
        return Texts.TryGetValue(code, out var texts)
            ? texts
            : throw new UsageException($"{Name} is \"{code}\", which is none of its values. Pass one of {string.Join(", ", Texts.Keys)}.");
    }
}
