using System.Diagnostics;
using System.Runtime.Versioning;

namespace Attendance.Client.Tests.Browser;

/// <summary>A Linux desktop, on which programs open addresses with <c>xdg-open</c>: they come to the test.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Desktop : IDisposable
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-desktop-");

    public Desktop()
    {
        if (!OperatingSystem.IsLinux())
            return;

        // Both ends of a pipe wait for each other.
        using (var mkfifo = Process.Start("mkfifo", [Pipe]))
            mkfifo.WaitForExit();

        var opener = Path.Combine(_directory.FullName, "xdg-open");
        File.WriteAllText(opener, $"#!/bin/sh\nprintf %s \"$1\" > '{Pipe}'\n");
        File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The value of <c>PATH</c> by which a program is on this desktop.</summary>
    public string SearchPath => $"{_directory.FullName}:{_path}";

    private string Pipe => Path.Combine(_directory.FullName, "address");

    /// <summary>The next address that a program opens.</summary>
    public Task<string> NextAddressAsync() => Task.Run(() => File.ReadAllText(Pipe));

    public void Dispose() => _directory.Delete(recursive: true);
}
