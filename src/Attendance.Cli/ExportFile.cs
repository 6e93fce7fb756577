using System.Text;

namespace Attendance.Cli;

/// <summary>The file of an export, which is there only once it is whole.</summary>
/// <param name="path">Where it goes.</param>
/// <param name="replaces">Whether a file that is there already is replaced.</param>
internal sealed class ExportFile(string path, bool replaces)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Refuses a file that cannot be written, before anything is asked for.</summary>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException("--output is empty. Pass the name of a file, or - for standard output.");
        if (Directory.Exists(path))
            throw new UsageException($"--output is \"{path}\", which is a directory. Pass the name of a file in it.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory && !Directory.Exists(directory))
            throw new UsageException($"--output is \"{path}\", and there is no directory \"{directory}\". Make it first, or pass another file.");
        if (!replaces && File.Exists(path))
            throw Taken();
    }

    /// <summary>Writes the file, which until then has another name beside its own.</summary>
    public async Task WriteAsync(Func<TextWriter, Task> write)
    {
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            var writer = new StreamWriter(part, Utf8, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
            await using (writer.ConfigureAwait(false))
                await write(writer).ConfigureAwait(false);

            File.Move(part, path, replaces);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw !replaces && File.Exists(path) ? Taken() : new FailureException($"\"{path}\" could not be written. {exception.Message}", "Check the disk and the permissions, or pass another --output.");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private UsageException Taken() => new($"--output is \"{path}\", which is there already. Pass --force to replace it, or another file.");
}
