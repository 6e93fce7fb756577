using System.Formats.Tar;
using System.Text;

namespace Attendance.Cli;

/// <summary>The file of an export, which is there only once it is whole.</summary>
/// <param name="path">Where it goes.</param>
/// <param name="replaces">Whether a file that is there already is replaced.</param>
internal sealed class ExportFile(string path, bool replaces)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Links in there, such as what /dev/stdout leads to, may end at a pipe, which has no name.
    private const string OfProcesses = "/proc/";

    private bool IsLink => new FileInfo(path).LinkTarget is not null;

    // Of a link, what it leads to is written, and the link stays.
    private string Target => LinkedPath.Resolve(path)
        ?? throw new UsageException($"--output is \"{path}\", a link that leads in a circle. Remove the link, or pass another file.");

    /// <summary>Refuses a file that cannot be written, before anything is asked for.</summary>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new UsageException("--output is empty. Pass the name of a file, or - for standard output.");
        if (Directory.Exists(path))
            throw new UsageException($"--output is \"{path}\", which is a directory. Pass the name of a file in it.");

        var target = Target;
        if (Path.GetDirectoryName(target) is { } directory && !Directory.Exists(directory))
        {
            throw new UsageException(
                $"--output is \"{path}\", and there is no directory \"{directory}\". Make it first, or pass another file.");
        }

        if (File.Exists(target) ? !IsRegular(target) : target.StartsWith(OfProcesses, StringComparison.Ordinal))
            throw new UsageException($"--output is \"{path}\", which is no regular file. Pass - as --output and redirect that.");
        if (IsLink && !File.Exists(target))
        {
            throw new UsageException(
                $"--output is \"{path}\", a link to \"{target}\", which is not there. Remove the link, or pass the file that it leads to.");
        }

        if (!replaces && File.Exists(target))
            throw Taken();
    }

    /// <summary>Writes the file as text, which until then has another name beside its own.</summary>
    public Task WriteAsync(Func<TextWriter, Task> write) => WriteBytesAsync(async stream =>
    {
        var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
            await write(writer).ConfigureAwait(false);
    });

    /// <summary>Writes the file, which until then has another name beside its own.</summary>
    public async Task WriteBytesAsync(Func<Stream, Task> write)
    {
        string? part = null;
        try
        {
            // The name of the file may be as long as one may be.
            var target = Target;
            part = Path.Combine(Path.GetDirectoryName(target)!, $"{Path.GetRandomFileName()}.part");
            var mode = OperatingSystem.IsWindows() || !File.Exists(target) ? (UnixFileMode?)null : File.GetUnixFileMode(target);
            var stream = new FileStream(part, OptionsFor(mode));
            await using (stream.ConfigureAwait(false))
                await write(stream).ConfigureAwait(false);

            // Only now, as the file that was there may be one that nobody may write to.
            if (mode is { } old && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(part, old);
            File.Move(part, target, replaces);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw !replaces && File.Exists(path) ? Taken() : new FailureException(
                $"\"{path}\" could not be written. {exception.Message}", "Check the disk and the permissions, or pass another --output.");
        }
        finally
        {
            Discard(part);
        }
    }

    // A new file gets what the umask leaves. One in the place of another is the user's alone until it gets that one's mode.
    private static FileStreamOptions OptionsFor(UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return options;
    }

    private static void Discard(string? part)
    {
        try
        {
            if (File.Exists(part))
                File.Delete(part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why there is no whole file says more than why the part of it is still there.
        }
    }

    private static bool IsRegular(string file)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(file).Length > 0)
            return true;

        // .NET tells pipes and devices from files nowhere but where it packs them.
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, leaveOpen: true))
                writer.WriteEntry(file, "file");
        }
        catch (UnauthorizedAccessException)
        {
            // Only what is a file is opened.
            return true;
        }
        catch (IOException)
        {
            return false;
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile;
    }

    private UsageException Taken() => new(
        $"--output is \"{path}\", {(IsLink ? $"a link to \"{Target}\", " : "")}which is there already. " +
        "Pass --force to replace it, or another file.");
}
