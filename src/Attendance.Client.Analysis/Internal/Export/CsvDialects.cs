using CsvHelper;

namespace Attendance.Client.Analysis.Internal;

/// <summary>RFC 4180 but for what stands between two cells.</summary>
internal static class CsvDialects
{
    private static readonly CsvWriterOptions Semicolons = With(';');
    private static readonly CsvWriterOptions Tabs = With('\t');

    public static CsvWriterOptions? Of(CsvDelimiter delimiter) => delimiter switch
    {
        CsvDelimiter.Semicolon => Semicolons,
        CsvDelimiter.Tab => Tabs,
        _ => null,
    };

    // Not as code would set it: on .NET 8 and 9 our assembly for .NET Standard meets CsvHelper's for .NET 8, whose init accessors are other
    // methods to the runtime.
    private static CsvWriterOptions With(char separator)
    {
        var options = new CsvWriterOptions();
        typeof(CsvWriterOptions).GetProperty(nameof(CsvWriterOptions.Separator))!.SetValue(options, separator);
        return options;
    }
}
