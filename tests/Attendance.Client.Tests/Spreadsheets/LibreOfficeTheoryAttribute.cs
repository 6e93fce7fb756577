namespace Attendance.Client.Tests.Spreadsheets;

/// <summary>A test over several cases that needs LibreOffice, and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeTheoryAttribute : TheoryAttribute
{
    public LibreOfficeTheoryAttribute() => Skip = LibreOffice.WhyMissing;
}
