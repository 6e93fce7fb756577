using Attendance.Client.Archive.Internal;

namespace Attendance.Client.Archive;

public sealed partial class AttendanceArchive
{
    /// <summary>Reads from Graph what is new, and keeps it: calendars, meetings, reports with their records, webinars and town
    /// halls.</summary>
    /// <remarks>
    /// <para>It goes on from where the harvest before ended, and looks back by <see cref="HarvestOptions.LookBack"/>. Of a report that is
    /// kept and has settled nothing but its place in the list is read. What fails is kept with its reason and tried again by later
    /// harvests; it stops nothing else. A harvest that was killed is gone on with by the next one, and two at once do not read the same
    /// organizer.</para>
    /// <para>Limits of Graph are the client's matter: see <see cref="AttendanceClientOptions.RateLimiter"/>.</para>
    /// </remarks>
    /// <param name="client">Asks Graph.</param>
    /// <param name="scope">Whose attendance.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the harvest; what was read until then is kept.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<HarvestResult> HarvestAsync(
        AttendanceClient client, HarvestScope scope, HarvestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(scope);
        return new Harvest(this, client, scope, options ?? new HarvestOptions()).RunAsync(cancellationToken);
    }

    /// <summary>Keeps a report that was just read, such as one that a notification led to, with what a harvest would have read for it: its
    /// meeting, or its session and event, where they are not kept yet, and the occurrence that it belongs to, where the calendar is
    /// kept.</summary>
    /// <remarks>The same report may come as often as it likes, in any order and beside harvests. The report is kept even where its meeting
    /// cannot be read, which is then among the failures.</remarks>
    /// <param name="client">Asks Graph.</param>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="report">The report, with its records.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<HarvestResult> HarvestReportAsync(
        AttendanceClient client, AttendanceSource source, AttendanceReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(report);
        return HarvestOneAsync(client, work => HarvestUnit.Of(work, source, report), cancellationToken);
    }

    /// <summary>Reads one report from Graph, and keeps it as
    /// <see cref="HarvestReportAsync(AttendanceClient, AttendanceSource, AttendanceReport, CancellationToken)"/> does. One that cannot be
    /// read is kept as a failure with its reason, and read by later harvests of its meeting or event.</summary>
    /// <param name="client">Asks Graph.</param>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="reportId">Id of the report.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<HarvestResult> HarvestReportAsync(
        AttendanceClient client, AttendanceSource source, string reportId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(reportId);
        return HarvestOneAsync(client, work => HarvestUnit.Of(work, source, reportId), cancellationToken);
    }

    /// <summary>What harvests could not read and try again, what failed first coming first.</summary>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public IAsyncEnumerable<HarvestFailure> GetFailuresAsync(CancellationToken cancellationToken = default) =>
        HarvestLog.GetFailuresAsync(Database, cancellationToken);

    /// <summary>The occurrences of a range that are over and have no report, in order of their start.</summary>
    /// <param name="from">Begin of the range, in which they started.</param>
    /// <param name="until">End of the range.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public IAsyncEnumerable<MissingAttendance> GetMissingAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        HarvestLog.GetMissingAsync(Database, from.ToUniversalTime(), until.ToUniversalTime(), cancellationToken);

    /// <summary>The latest harvests, the last one first.</summary>
    /// <param name="count">How many at most, from 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<IReadOnlyList<HarvestResult>> GetHarvestsAsync(int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return HarvestLog.GetHarvestsAsync(Database, count, cancellationToken);
    }

    private Task<HarvestResult> HarvestOneAsync(
        AttendanceClient client, Func<HarvestWork, HarvestUnit> unit, CancellationToken cancellationToken) =>
        new Harvest(this, client, new HarvestScope(), new HarvestOptions { RetryNow = true }, isPart: true, unit)
            .RunAsync(cancellationToken);
}
