using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Files that Teams lets organizers download, in place of a source of Graph.</summary>
internal static class TeamsFiles
{
    private const int MostNotes = 5;

    /// <summary>Whether a text is the name of a file that is there.</summary>
    public static bool IsFile(string text) => File.Exists(text);

    /// <summary>Whether a text is the name of a directory that is there.</summary>
    public static bool IsDirectory(string text) => Directory.Exists(text);

    /// <summary>The CSV files of a directory, a line each, by their names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<SourceLine> LinesOf(string directory)
    {
        try
        {
            SourceLine[] lines =
            [
                .. Directory.EnumerateFiles(directory, "*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
                    .Order(StringComparer.Ordinal)
                    .Select((file, index) => new SourceLine(index + 1, file)),
            ];
            return lines.Length > 0
                ? lines
                : throw new UsageException(
                    $"\"{CellText.Of(directory)}\" is a directory without a CSV file. " +
                    "Pass one with the files that Teams let you download.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The directory \"{CellText.Of(directory)}\" cannot be read. {exception.Message}");
        }
    }

    /// <summary>What a file holds, as a source.</summary>
    /// <param name="path">The file.</param>
    /// <param name="zone">The zone of the times in it, which it does not say.</param>
    /// <param name="order">Order of its dates, or null to judge by the file.</param>
    /// <param name="cancellationToken">Leaves the reading behind.</param>
    /// <exception cref="UsageException">It cannot be read, or is no such file.</exception>
    public static async Task<NamedSource> ReadAsync(
        string path, Zone zone, TeamsFileDateOrder? order, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        try
        {
            var stream = File.OpenRead(path);
            await using (stream.ConfigureAwait(false))
            {
                var file = await TeamsAttendanceFile.ReadAsync(
                    stream,
                    new TeamsAttendanceFileOptions
                    {
                        TimeZone = zone.Info,
                        DateOrder = order,
                        DownloadedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero),
                    },
                    cancellationToken).ConfigureAwait(false);
                var client = new TeamsFileClient(name, file);
                return new NamedSource(client.Source, file.Title)
                {
                    Client = client,
                    FileName = name,
                    Notes = [.. NotesOf(name, file)],
                };
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"\"{CellText.Of(path)}\" cannot be read. {exception.Message}");
        }
        catch (FormatException exception)
        {
            throw new UsageException($"\"{CellText.Of(path)}\": {CellText.Of(exception.Message)}");
        }
    }

    private static IEnumerable<string> NotesOf(string name, TeamsAttendanceFile file)
    {
        // That such files have no ids and no zone is so of each of them, and no news.
        TeamsFileNote[] notes =
            [.. file.Notes.Where(note => note.Kind is not (TeamsFileNoteKind.IdsUnknown or TeamsFileNoteKind.TimeZoneUnknown))];
        foreach (var note in notes.Take(MostNotes))
            yield return $"{name}: {CellText.Of(InOptions(note.ToString()))}";
        if (notes.Length > MostNotes)
            yield return $"{name}: {CellText.Of(notes.Length - MostNotes)} more remarks of this kind.";
    }

    // What the library advises, as the tool has it.
    private static string InOptions(string message) => message
        .Replace("pass TeamsAttendanceFileOptions.DateOrder.", "pass --date-order dmy, mdy or ymd.", StringComparison.Ordinal)
        .Replace(
            "Pass TeamsAttendanceFileOptions.DateOrder, or DownloadedAt where that rules one out.", "Pass --date-order dmy, mdy or ymd.",
            StringComparison.Ordinal)
        .Replace("Pass TeamsAttendanceFileOptions.Encoding if they are.", "Save it as UTF-8 if they are.", StringComparison.Ordinal)
        .Replace("Check TimeZone.", "Check --time-zone.", StringComparison.Ordinal);
}
