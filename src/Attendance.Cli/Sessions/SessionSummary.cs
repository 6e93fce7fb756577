using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>A session, or several that are taken as one, summed up.</summary>
/// <param name="Source">Where it took place.</param>
/// <param name="Session">What was planned, and the reports with their records.</param>
/// <param name="Summary">Who was there.</param>
/// <param name="Registrations">Who of those registered was there, or null where nobody asked.</param>
internal sealed record SessionSummary(
    NamedSource Source,
    WantedSession Session,
    AttendanceSummary Summary,
    RegistrationSummary? Registrations)
{
    /// <summary>The reports, in order of time.</summary>
    public IReadOnlyList<AttendanceReport> Reports => Session.Reports;

    public DateTimeOffset? StartedAt => Reports.Min(report => report.StartedAt);

    public DateTimeOffset? EndedAt => Reports.Max(report => report.EndedAt);

    /// <summary>Where its rows come from.</summary>
    public RowOrigin Origin => RowOrigin.Of(Source.Source, Reports, Source.Subject) with { Source = Source.Text };
}
