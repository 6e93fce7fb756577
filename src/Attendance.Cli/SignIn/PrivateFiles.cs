namespace Attendance.Cli;

/// <summary>Files in a directory of which the user alone may read anything.</summary>
internal sealed class PrivateFiles(string directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Directory => directory;

    public string PathOf(string name) => Path.Combine(directory, name);

    public bool Exists(string name) => File.Exists(PathOf(name));

    /// <summary>What a file holds, or null where there is none.</summary>
    public byte[]? Read(string name)
    {
        try
        {
            return File.ReadAllBytes(PathOf(name));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("read", name, exception);
        }
    }

    /// <summary>Writes a whole file or nothing: whoever reads it meanwhile has the old one.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var temporary = PathOf($"{name}.{Guid.NewGuid():N}");
        try
        {
            Create();
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw Failed("written", name, exception);
        }
    }

    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (DirectoryNotFoundException)
        {
            // There is nothing to delete.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed("deleted", name, exception);
        }
    }

    /// <summary>Makes the directory, or takes it from all others.</summary>
    public void Create()
    {
        System.IO.Directory.CreateDirectory(directory);

        // On Windows a user's own directories are closed to others anyway.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(directory, OwnerOnly | UnixFileMode.UserExecute);
    }

    private FailureException Failed(string what, string name, Exception exception) => new(
        $"The sign-in in {PathOf(name)} could not be {what}. {exception.Message}",
        "Check the disk and the permissions of that directory, or name another one in the variable ATTENDANCE_CONFIG_DIR.");
}
