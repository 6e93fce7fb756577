using System.Collections.Concurrent;
using System.Net;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Reads the sessions of a source that are wanted, and sums them up.</summary>
/// <param name="client">Asks Graph.</param>
/// <param name="choice">Which sessions are wanted.</param>
/// <param name="withRegistrations">Whether the registrations of webinars and town halls are wanted too.</param>
/// <param name="goesOnWithout">Whether a town hall is read without its registrations where Graph does not serve these.</param>
internal sealed class SessionReader(AttendanceClient client, SessionChoice choice, bool withRegistrations, bool goesOnWithout)
{
    // The sessions of an event share its registrations.
    private readonly ConcurrentDictionary<(VirtualEventKind Kind, string Id), Lazy<Task<List<Registration>>>> _registrations = new();

    /// <summary>The reports of the sessions with their records, none where there is no report of the time that is wanted.</summary>
    /// <param name="source">Where they took place.</param>
    /// <param name="progress">Told of each record, or null.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<SourceReports> ReadAsync(NamedSource source, ProgressBar? progress, CancellationToken cancellationToken)
    {
        var reports = await (source with { ReportId = choice.ReportId ?? source.ReportId }).ListReportsAsync(
            client, cancellationToken).ConfigureAwait(false);
        List<AttendanceReport> wanted = [.. choice.Choose(reports).SelectMany(session => session)];
        if (wanted.Count == 0)
            return new SourceReports(source, reports.Count, [], Notes: []);

        var registrations = await GetRegistrationsAsync(source.Source, cancellationToken).ConfigureAwait(false);
        progress?.Begin("records", wanted.Sum(report => report.ParticipantCount));
        var complete = new List<AttendanceReport>(wanted.Count);
        foreach (var report in wanted)
        {
            complete.Add(
                report with { Records = await ReadRecordsAsync(source.Source, report, progress, cancellationToken).ConfigureAwait(false) });
        }

        return new SourceReports(source, reports.Count, complete, [.. NotesOn(source, reports, complete)], registrations);
    }

    /// <summary>The sessions that reports make, summed up.</summary>
    public SourceSessions SumUp(SourceReports source) =>
        new(source.Source, source.ReportCount, source.Notes, [.. choice.Choose(source.Reports).Select(session => SumUp(source, session))]);

    private IEnumerable<string> NotesOn(
        NamedSource source, IReadOnlyList<AttendanceReport> reports, List<AttendanceReport> wanted)
    {
        if (reports.Count(report => report.Id is null) is > 0 and var nameless)
        {
            yield return $"{CellText.Of(nameless)} of {ReportText.Count(reports.Count)} of {source} cannot be read: " +
                "Graph sent no id by which to ask for the records.";
        }

        var untimed = reports.Count(report => LacksTimes(report) && wanted.TrueForAll(one => one.Id != report.Id));
        if (choice.IsLatest && untimed > 0)
        {
            yield return $"{CellText.Of(untimed)} of {ReportText.Count(reports.Count)} of {source} " +
                $"{(untimed == 1 ? "lacks" : "lack")} times, and may be newer than what was read. " +
                "attendance reports lists them all, and --report chooses one.";
        }

        string[] inDoubt = [.. wanted.Where(choice.IsInDoubt).Select(report => CellText.Of(report.Id))];
        if (inDoubt.Length > 0)
        {
            yield return $"Graph does not say when {CellText.Of(inDoubt.Length)} of {ReportText.Count(reports.Count)} of {source} " +
                $"took place, so they are taken in whatever the time: {UnplacedTimes.Names(inDoubt)}.";
        }

        string[] bare = [.. wanted.Where(ReportText.LacksRecords).Select(report => CellText.Of(report.Id))];
        if (bare.Length > 0)
        {
            yield return $"Graph counts people in {CellText.Of(bare.Length)} of {ReportText.Count(wanted.Count)} of {source}, " +
                $"and sends no record of anybody: {UnplacedTimes.Names(bare)}.";
        }
    }

    private static bool LacksTimes(AttendanceReport report) => report is { StartedAt: null, EndedAt: null };

    private SessionSummary SumUp(SourceReports source, IReadOnlyList<AttendanceReport> session)
    {
        var summary = choice.Summarize(session);
        return new SessionSummary(
            source.Source, session, summary,
            source.Registrations is { } registrations ? RegistrationSummary.Of(registrations, summary) : null);
    }

    private async Task<List<AttendanceRecord>> ReadRecordsAsync(
        AttendanceSource source, AttendanceReport report, ProgressBar? progress, CancellationToken cancellationToken)
    {
        var records = new List<AttendanceRecord>();
        await foreach (var record in client.GetRecordsAsync(source, report.Id!, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            records.Add(record);
            progress?.Add(1);
        }

        return records;
    }

    private async Task<List<Registration>?> GetRegistrationsAsync(AttendanceSource source, CancellationToken cancellationToken)
    {
        (VirtualEventKind Kind, string Id)? asked = source switch
        {
            WebinarSource webinar => (VirtualEventKind.Webinar, webinar.WebinarId),
            TownhallSource townhall => (VirtualEventKind.Townhall, townhall.TownhallId),
            _ => null,
        };
        if (!withRegistrations || asked is not { } key)
            return null;

        var reading = _registrations.GetOrAdd(
            key,
            item => new Lazy<Task<List<Registration>>>(
                () => client.GetRegistrationsAsync(item.Kind, item.Id, cancellationToken).ToListAsync(cancellationToken).AsTask()));
        try
        {
            return await reading.Value.ConfigureAwait(false);
        }
        catch (AttendanceRequestException refused)
            when (goesOnWithout && key.Kind is VirtualEventKind.Townhall && refused.Status is HttpStatusCode.BadRequest)
        {
            return null;
        }
    }
}
