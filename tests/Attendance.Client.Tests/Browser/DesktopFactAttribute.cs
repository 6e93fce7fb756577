namespace Attendance.Client.Tests.Browser;

/// <summary>A test that needs Chromium and opens it as programs of a Linux desktop do, and is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DesktopFactAttribute : FactAttribute
{
    public DesktopFactAttribute() =>
        Skip = Chromium.WhyMissing ?? (OperatingSystem.IsLinux() ? null : "Browsers are opened with xdg-open on Linux alone.");
}
