namespace Attendance.Client.Tests.Cli;

/// <summary>A test that needs the keyring of a Linux desktop, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeyringFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["dbus-run-session", "gnome-keyring-daemon", "secret-tool"];

    public KeyringFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] missing = [.. Programs.Where(program => !Array.Exists(folders, folder => File.Exists(Path.Combine(folder, program))))];
        if (missing.Length > 0)
        {
            Skip = $"{string.Join(", ", missing)} not on the PATH. " +
                "Install them (Debian: apt-get install dbus gnome-keyring libsecret-tools) to test the safe store of Linux.";
        }
    }
}
