using System.Diagnostics;

namespace Attendance.Client.Archive.Tests;

/// <summary>A disk of a megabyte, in memory, which root may mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Why there is none here, or null where there is one.</summary>
    public static string? WhyMissing { get; } = TryMount() is { } disk
        ? Discard(disk)
        : "A small disk cannot be mounted here, which takes Linux and root.";

    public string Path { get; }

    public static SmallDisk Mount() => TryMount() ?? throw new InvalidOperationException(WhyMissing);

    /// <summary>Lets nobody write any more.</summary>
    public void Protect() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static string? Discard(SmallDisk disk)
    {
        disk.Dispose();
        return null;
    }

    private static SmallDisk? TryMount()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return null;

        var disk = new SmallDisk(Directory.CreateTempSubdirectory("attendance-disk-").FullName);
        if (Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.Path))
            return disk;
        Directory.Delete(disk.Path);
        return null;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
