namespace Attendance.Client.Archive.Internal;

/// <summary>The file of an archive, which holds personal data.</summary>
internal static class ArchiveFile
{
    /// <summary>Makes the file where there is none, readable by its owner alone: SQLite gives its other files the same rights.</summary>
    public static void Prepare(string path, bool mustExist)
    {
        try
        {
            if (Directory.Exists(path))
                throw new ArchiveException($"{path} is a directory, and an archive is a file. Name a file in it.");
            if (File.Exists(path))
                return;
            if (mustExist)
                throw new ArchiveException($"There is no archive {path}. Check the path, or begin one with a harvest.");

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else made it meanwhile.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(
                $"The archive {path} could not be made. {exception.Message} Check that its directory exists and may be written.",
                exception);
        }
    }
}
