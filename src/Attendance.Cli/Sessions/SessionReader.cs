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

    /// <summary>The occurrences that are wanted, their reports with records; none where there is no report of the time that is
    /// wanted.</summary>
    /// <param name="source">Where they took place.</param>
    /// <param name="progress">Told of each record, or null.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<SourceReports> ReadAsync(NamedSource source, ProgressBar? progress, CancellationToken cancellationToken)
    {
        var occurrences = await ListOccurrencesAsync(source.Client ?? client, source, cancellationToken).ConfigureAwait(false);
        source = source with { Subject = source.Subject ?? occurrences.Select(occurrence => occurrence.Subject).FirstOrDefault() };
        AttendanceReport[] reports = [.. occurrences.SelectMany(occurrence => occurrence.Reports).Distinct()];
        AttendanceOccurrence[] wanted = [.. choice.Choose(occurrences).SelectMany(session => session.Occurrences)];
        if (wanted.Length == 0)
            return new SourceReports(source, reports.Length, [], source.Notes);

        var registrations = await GetRegistrationsAsync(source.Source, cancellationToken).ConfigureAwait(false);
        progress?.Begin("records", wanted.SelectMany(occurrence => occurrence.Reports).Sum(report => report.ParticipantCount));
        var complete = new List<AttendanceOccurrence>(wanted.Length);
        foreach (var occurrence in wanted)
        {
            var read = new List<AttendanceReport>(occurrence.Reports.Count);
            foreach (var report in occurrence.Reports)
            {
                var records = await ReadRecordsAsync(source, report, progress, cancellationToken).ConfigureAwait(false);
                read.Add(report with { Records = records });
            }

            complete.Add(occurrence with { Reports = read });
        }

        return new SourceReports(source, reports.Length, complete, [.. source.Notes, .. NotesOn(source, reports, complete)], registrations);
    }

    /// <summary>The occurrences that are wanted, their reports without records.</summary>
    public async Task<SourceReports> ListAsync(NamedSource source, CancellationToken cancellationToken)
    {
        var occurrences = await ListOccurrencesAsync(source.Client ?? client, source, cancellationToken).ConfigureAwait(false);
        return new SourceReports(
            source with { Subject = source.Subject ?? occurrences.Select(occurrence => occurrence.Subject).FirstOrDefault() },
            occurrences.SelectMany(occurrence => occurrence.Reports).Distinct().Count(),
            [.. choice.Choose(occurrences).SelectMany(session => session.Occurrences)],
            source.Notes);
    }

    /// <summary>The sessions that occurrences make, summed up.</summary>
    public SourceSessions SumUp(SourceReports source) =>
        new(
            source.Source, source.ReportCount, source.Notes,
            [.. choice.Choose(source.Occurrences).Select(session => SumUp(source, session))]);

    // The reports by their plan, or else by the pauses between them.
    private async Task<IReadOnlyList<AttendanceOccurrence>> ListOccurrencesAsync(
        AttendanceClient client, NamedSource source, CancellationToken cancellationToken)
    {
        var reportId = choice.ReportId ?? source.ReportId;
        if (choice.NeedsPlan)
        {
            var options = new OccurrenceOptions { JoinGap = choice.JoinGap };
            var occurrences = source.Meeting is { } meeting
                ? await client.GetOccurrencesAsync(meeting, options, cancellationToken).ConfigureAwait(false)
                : await client.GetOccurrencesAsync(source.Source, options, cancellationToken).ConfigureAwait(false);
            if (reportId is null)
                return occurrences;

            AttendanceOccurrence[] withReport =
            [
                .. occurrences
                    .Select(occurrence => occurrence with { Reports = [.. occurrence.Reports.Where(report => report.Id == reportId)] })
                    .Where(occurrence => occurrence.Reports.Count > 0),
            ];
            // A list holds the newest reports alone.
            if (withReport.Length > 0)
                return withReport;
        }

        var reports = await (source with { ReportId = reportId }).ListReportsAsync(client, cancellationToken).ConfigureAwait(false);
        return
        [
            .. reports.JoinSessions(choice.JoinGap).Select(session => new AttendanceOccurrence
            {
                Source = source.Source,
                Subject = source.Subject,
                Reports = session.Reports,
            }),
        ];
    }

    private IEnumerable<string> NotesOn(
        NamedSource source, AttendanceReport[] reports, List<AttendanceOccurrence> occurrences)
    {
        AttendanceReport[] wanted = [.. occurrences.SelectMany(occurrence => occurrence.Reports)];
        if (reports.Count(report => report.Id is null) is > 0 and var nameless)
        {
            yield return $"{CellText.Of(nameless)} of {ReportText.Count(reports.Length)} of {source} cannot be read: " +
                "Graph sent no id by which to ask for the records.";
        }

        var untimed = reports.Count(report => LacksTimes(report) && !Array.Exists(wanted, one => one.Id == report.Id));
        if (choice.IsLatest && untimed > 0)
        {
            yield return $"{CellText.Of(untimed)} of {ReportText.Count(reports.Length)} of {source} " +
                $"{(untimed == 1 ? "lacks" : "lack")} times, and may be newer than what was read. " +
                "attendance reports lists them all, and --report chooses one.";
        }

        string[] inDoubt = [.. wanted.Where(choice.IsInDoubt).Select(report => CellText.Of(report.Id))];
        if (inDoubt.Length > 0)
        {
            yield return $"Graph does not say when {CellText.Of(inDoubt.Length)} of {ReportText.Count(reports.Length)} of {source} " +
                $"took place, so they are taken in whatever the time: {UnplacedTimes.Names(inDoubt)}.";
        }

        string[] bare = [.. wanted.Where(ReportText.LacksRecords).Select(report => CellText.Of(report.Id))];
        if (bare.Length > 0)
        {
            yield return $"Graph counts people in {CellText.Of(bare.Length)} of {ReportText.Count(wanted.Length)} of {source}, " +
                $"and sends no record of anybody: {UnplacedTimes.Names(bare)}.";
        }

        if (choice.NeedsPlan && occurrences.Find(occurrence => occurrence is { Plan: null, PlanError: not null })?.PlanError is { } error)
        {
            yield return $"The plan of {source} cannot be read, so that nobody is late or absent. {CellText.Of(error.Message)} " +
                "--as-ran measures against the time that the session ran.";
        }
    }

    private static bool LacksTimes(AttendanceReport report) => report is { StartedAt: null, EndedAt: null };

    private SessionSummary SumUp(SourceReports source, WantedSession session)
    {
        var summary = choice.Summarize(session);
        return new SessionSummary(
            source.Source, session, summary,
            source.Registrations is { } registrations ? RegistrationSummary.Of(registrations, summary) : null);
    }

    private async Task<List<AttendanceRecord>> ReadRecordsAsync(
        NamedSource source, AttendanceReport report, ProgressBar? progress, CancellationToken cancellationToken)
    {
        var records = new List<AttendanceRecord>();
        var reading = (source.Client ?? client).GetRecordsAsync(source.Source, report.Id!, cancellationToken: cancellationToken);
        await foreach (var record in reading.ConfigureAwait(false))
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
