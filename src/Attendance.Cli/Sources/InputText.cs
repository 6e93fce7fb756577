using System.Globalization;
using System.Text;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Text that somebody hands in, which may be anything and have no end.</summary>
internal static class InputText
{
    /// <summary>Most letters of a line that names a source: links with all that mail filters put around them are shorter.</summary>
    public const int LongestLine = 32_768;

    /// <summary>What stands in the place of a text that is to be read from a pipe.</summary>
    public const string StandardInput = "-";

    private const char ByteOrderMark = '\uFEFF';

    private const int MostLetters = 64 * 1024 * 1024;

    /// <summary>The text of a pipe that names one source, such as an invitation.</summary>
    /// <param name="surroundings">Has the pipe.</param>
    /// <param name="sources">The option of the command that takes many, or null where it has none.</param>
    /// <param name="cancellationToken">Leaves the reading behind.</param>
    /// <exception cref="UsageException">It names nothing, or several.</exception>
    public static async Task<string> ReadSourceAsync(
        Surroundings surroundings, SourcesOption? sources, CancellationToken cancellationToken)
    {
        var text = (await ReadAsync(surroundings.Input, "Standard input", LongestLine, cancellationToken).ConfigureAwait(false)).Trim();
        if (text.Length == 0)
            throw new UsageException("Nothing came on standard input, which - stands for. Pass a link, a meeting ID or a Graph path.");

        // An invitation has other lines too.
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 1 || !Array.TrueForAll(lines, NamesSource)
            ? text
            : throw new UsageException(
                "Standard input names several sources, a line each, and - stands for one of them. " +
                (sources is null ? "Pass one line." : $"Pass {sources.Name} - instead."));
    }

    /// <summary>The text of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What the user calls it, to begin a sentence with.</param>
    /// <param name="longestLine">Most letters of a line.</param>
    /// <param name="cancellationToken">Leaves the reading behind, be it of a pipe that nobody writes to.</param>
    /// <param name="encoding">How it is written where it begins with no byte order mark, or null for UTF-8.</param>
    /// <exception cref="UsageException">It is too long.</exception>
    public static Task<string> ReadFileAsync(
        string file, string name, int longestLine, CancellationToken cancellationToken, Encoding? encoding = null) =>
        Task.Run(
            () =>
            {
                using var reader = new StreamReader(file, encoding ?? Encoding.UTF8);
                return Read(reader, name, longestLine, cancellationToken);
            },
            cancellationToken).WaitAsync(cancellationToken);

    /// <summary>The text of a pipe.</summary>
    /// <inheritdoc cref="ReadFileAsync"/>
    /// <remarks>The console reads on the thread that asks, so that without another one nobody could cancel.</remarks>
    public static Task<string> ReadAsync(TextReader reader, string name, int longestLine, CancellationToken cancellationToken) =>
        Task.Run(() => Read(reader, name, longestLine, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>The text of the file that an option names, or of standard input for -.</summary>
    /// <exception cref="UsageException">It cannot be read, or is too long.</exception>
    public static async Task<string> ReadNamedAsync(
        string option, string file, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (file == StandardInput)
            return await ReadAsync(surroundings.Input, "Standard input", LongestLine, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(file))
            throw new UsageException($"{option} is empty. Pass the name of a file, or - for standard input.");
        if (Directory.Exists(file))
            throw new UsageException($"{option} is \"{file}\", which is a directory. Pass the name of a file, or - for standard input.");

        try
        {
            return await ReadFileAsync(file, $"{option} is \"{file}\", which", LongestLine, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file of {option} cannot be read. {exception.Message}");
        }
    }

    /// <summary>The lines of a list with their numbers, without those that are blank or begin with #.</summary>
    public static IEnumerable<SourceLine> LinesOf(string text) =>
        text.TrimStart(ByteOrderMark).ReplaceLineEndings("\n").Split('\n')
            .Select(static (line, index) => new SourceLine(index + 1, line.Trim()))
            .Where(static line => line.Text.Length > 0 && line.Text[0] != '#');

    private static bool NamesSource(string line) =>
        Uri.IsWellFormedUriString(line, UriKind.Absolute) || AttendanceSource.TryParse(line, out _);

    private static string Read(TextReader reader, string name, int longestLine, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        var (line, length) = (1, 0);
        while (reader.Read(buffer) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var letter in buffer.AsSpan(0, count))
            {
                (line, length) = letter == '\n' ? (line + 1, 0) : (line, length + 1);
                if (length > longestLine)
                {
                    throw new UsageException(
                        $"{name} has a line {Number(line)} of more than {Number(longestLine)} letters, which is no link, path or id.");
                }
            }

            if (text.Length + count > MostLetters)
                throw new UsageException($"{name} has more than {Number(MostLetters)} letters. Pass it in parts.");

            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
