using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>A session, or several that are taken as one, summed up.</summary>
/// <param name="Source">Where it took place.</param>
/// <param name="Reports">Its reports with their records, in order of time.</param>
/// <param name="Summary">Who was there.</param>
/// <param name="Registrations">Who of those registered was there, or null where nobody asked.</param>
internal sealed record SessionSummary(
    NamedSource Source,
    IReadOnlyList<AttendanceReport> Reports,
    AttendanceSummary Summary,
    RegistrationSummary? Registrations)
{
    public DateTimeOffset? StartedAt => Reports.Min(report => report.StartedAt);

    public DateTimeOffset? EndedAt => Reports.Max(report => report.EndedAt);

    /// <summary>Where its rows come from.</summary>
    public RowOrigin Origin => RowOrigin.Of(Source.Source, Reports, Source.Subject);
}
