using System.CommandLine;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The options that say how CSV is written.</summary>
internal sealed class CsvOptions
{
    private static readonly Dictionary<string, CsvDelimiter> Delimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        [","] = CsvDelimiter.Comma,
        ["comma"] = CsvDelimiter.Comma,
        [";"] = CsvDelimiter.Semicolon,
        ["semicolon"] = CsvDelimiter.Semicolon,
        ["tab"] = CsvDelimiter.Tab,
        ["\t"] = CsvDelimiter.Tab,
    };

    private readonly Option<bool> _spreadsheet = new("--spreadsheet")
    {
        Description =
            "CSV as spreadsheets open it: local times of --time-zone, minutes, percents, and a byte order mark.",
    };

    private readonly Option<bool> _decimalComma = new("--decimal-comma")
    {
        Description = "The same for a spreadsheet in a language that writes 0,5, such as German or French: semicolons between cells.",
    };

    private readonly Option<string?> _delimiter = new("--delimiter")
    {
        HelpName = "name",
        Description = "What stands between the cells of CSV: comma, semicolon or tab [default: comma, or semicolon with --decimal-comma]",
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        HelpName = "names",
        Description = "Columns of CSV, in their order, with commas between them, such as displayName,share [default: all]",
    };

    private readonly Option<bool> _byteOrderMark = new("--bom")
    {
        Description = "Begin CSV with a byte order mark, which Excel needs for letters beyond ASCII.",
    };

    private readonly Option<bool> _unguarded = new("--no-formula-guard")
    {
        Description =
            "Leave text in CSV as it is, also what a spreadsheet would run as a formula. Not for spreadsheets: guests choose their names.",
    };

    public CsvOptions() => _delimiter.CompletionSources.Add("comma", "semicolon", "tab");

    public void AddTo(Command command)
    {
        command.Add(_spreadsheet);
        command.Add(_decimalComma);
        command.Add(_delimiter);
        command.Add(_columns);
        command.Add(_byteOrderMark);
        command.Add(_unguarded);
    }

    /// <summary>Refuses the options where no CSV is written.</summary>
    /// <param name="parse">What the options say.</param>
    /// <param name="isCsv">Whether CSV is written.</param>
    /// <param name="format">What is written instead.</param>
    /// <param name="cure">The option that asks for CSV.</param>
    public void Check(ParseResult parse, bool isCsv, string format, string cure)
    {
        Option[] options = [_spreadsheet, _decimalComma, _delimiter, _columns, _byteOrderMark, _unguarded];
        if (!isCsv && Array.Find(options, option => parse.GetResult(option) is { Implicit: false }) is { } option)
            throw new UsageException($"{option.Name} is about CSV, and the format is {format}. Leave it out, or pass {cure}.");
    }

    public CsvExportOptions Read(ParseResult parse, Zone zone)
    {
        var decimalComma = parse.GetValue(_decimalComma);
        var options = parse.GetValue(_spreadsheet) || decimalComma
            ? CsvExportOptions.ForSpreadsheet(zone.Info, decimalComma)
            : new CsvExportOptions();
        return options with
        {
            HasByteOrderMark = options.HasByteOrderMark || parse.GetValue(_byteOrderMark),
            GuardsFormulas = !parse.GetValue(_unguarded),
            Delimiter = ReadDelimiter(parse) ?? options.Delimiter,
            Columns = ReadColumns(parse),
        };
    }

    private CsvDelimiter? ReadDelimiter(ParseResult parse)
    {
        if (parse.GetValue(_delimiter) is not { } text)
            return null;

        return Delimiters.TryGetValue(text, out var delimiter)
            ? delimiter
            : throw new UsageException($"{_delimiter.Name} is \"{text}\", which is none of its values. Pass one of comma, semicolon, tab.");
    }

    private string[]? ReadColumns(ParseResult parse)
    {
        if (parse.GetValue(_columns) is not { } text)
            return null;

        string[] names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0
            ? names
            : throw new UsageException($"{_columns.Name} is empty. Name columns, such as displayName,share, or leave it out for all.");
    }
}
