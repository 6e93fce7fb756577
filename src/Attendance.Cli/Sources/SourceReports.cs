using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The occurrences of a source that are wanted.</summary>
/// <param name="Source">Where attendance was taken.</param>
/// <param name="ReportCount">Number of reports that the source has, also of those that are not wanted.</param>
/// <param name="Occurrences">The occurrences, each with its reports.</param>
/// <param name="Notes">What the user has to be told of reports that are left out, or may be the wrong ones.</param>
/// <param name="Registrations">The registrations, or null where nobody asked or the source has none.</param>
internal sealed record SourceReports(
    NamedSource Source,
    int ReportCount,
    IReadOnlyList<AttendanceOccurrence> Occurrences,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Registration>? Registrations = null)
{
    /// <summary>The reports of all occurrences.</summary>
    public IEnumerable<AttendanceReport> Reports => Occurrences.SelectMany(occurrence => occurrence.Reports);
}
