namespace Attendance.Client.Tests.Spreadsheets;

/// <summary>A test that needs LibreOffice, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = LibreOffice.WhyMissing;
}
