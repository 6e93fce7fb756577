using System.Diagnostics;
using System.Xml.Linq;

namespace Attendance.Client.Tests.Spreadsheets;

/// <summary>Opens files with LibreOffice, and tells what it made of their cells.</summary>
public sealed class LibreOffice : IDisposable
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string? Program = FindProgram();

    // With a profile of its own, as LibreOffice runs once for each.
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("attendance-office-");

    /// <summary>Why tests with LibreOffice cannot run on this machine, or null where they can.</summary>
    public static string? WhyMissing { get; } = Program is null
        ? "LibreOffice is not on the PATH. " +
            "Install it (Debian: apt-get install libreoffice-calc-nogui) to test what spreadsheets make of exports."
        : null;

    /// <summary>Sheets by name with the type and value of each cell; CSV is opened as by a user of a language, by its Windows number, with
    /// a separator.</summary>
    public async Task<IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<(string Type, string Value)>> Rows)>> OpenAsync(
        byte[] content, string extension, int? language = null, char separator = ',')
    {
        var name = Guid.NewGuid().ToString("N");
        var file = Path.Combine(_files.FullName, $"{name}.{extension}");
        await File.WriteAllBytesAsync(file, content);
        // Separator, quotation mark, UTF-8, first line, no formats, language, quoted numbers are numbers, dates and percents are found.
        string[] asCsv = language is null ? [] : [$"--infilter=CSV:{(int)separator},34,76,1,,{language},false,true"];
        await RunAsync([.. asCsv, "--convert-to", "fods", "--outdir", _files.FullName, file]);
        return Read(XDocument.Load(Path.Combine(_files.FullName, $"{name}.fods")));
    }

    public void Dispose() => _files.Delete(recursive: true);

    private async Task RunAsync(string[] arguments)
    {
        var profile = new Uri(Path.Combine(_files.FullName, "profile"));
        var start = new ProcessStartInfo(Program!, [$"-env:UserInstallation={profile}", "--headless", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"LibreOffice ended with {process.ExitCode}. {await output} {await errors}");
    }

    private static List<(string Name, IReadOnlyList<IReadOnlyList<(string Type, string Value)>> Rows)> Read(XDocument document) =>
    [
        .. document.Descendants(Table + "table").Select(table => (
            (string)table.Attribute(Table + "name")!,
            (IReadOnlyList<IReadOnlyList<(string, string)>>)
                [.. table.Descendants(Table + "table-row").Select(Cells).Where(cells => cells.Count > 0)])),
    ];

    private static List<(string Type, string Value)> Cells(XElement row)
    {
        var cells = new List<(string, string)>();
        foreach (var cell in row.Elements(Table + "table-cell"))
        {
            var type = (string?)cell.Attribute(Office + "value-type") ?? "";
            var value = type switch
            {
                "date" => (string?)cell.Attribute(Office + "date-value"),
                "time" => (string?)cell.Attribute(Office + "time-value"),
                "boolean" => (string?)cell.Attribute(Office + "boolean-value"),
                "float" or "percentage" => (string?)cell.Attribute(Office + "value"),
                _ => string.Join('\n', cell.Elements(Text + "p").Select(paragraph => paragraph.Value)),
            };
            var count = type.Length == 0 ? Math.Min(40, (int?)cell.Attribute(Table + "number-columns-repeated") ?? 1)
                : (int?)cell.Attribute(Table + "number-columns-repeated") ?? 1;
            cells.AddRange(Enumerable.Repeat((type, value ?? ""), count));
        }

        while (cells is [.., ("", "")])
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static string? FindProgram() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(
            directory => new[] { Path.Combine(directory, "soffice"), Path.Combine(directory, "libreoffice") }).FirstOrDefault(File.Exists);
}
