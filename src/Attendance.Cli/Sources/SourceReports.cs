using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The reports of a source that are wanted.</summary>
/// <param name="Source">Where attendance was taken.</param>
/// <param name="ReportCount">Number of reports that the source has, also of those that are not wanted.</param>
/// <param name="Reports">The reports.</param>
/// <param name="Notes">What the user has to be told of reports that are left out, or may be the wrong ones.</param>
/// <param name="Registrations">The registrations, or null where nobody asked or the source has none.</param>
internal sealed record SourceReports(
    NamedSource Source,
    int ReportCount,
    IReadOnlyList<AttendanceReport> Reports,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Registration>? Registrations = null);
