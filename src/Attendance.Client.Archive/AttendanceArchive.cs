using Attendance.Client.Archive.Internal;

namespace Attendance.Client.Archive;

/// <summary>Attendance kept in a database, so that it is there when Microsoft Graph has deleted it.</summary>
/// <remarks>
/// Thread-safe; keep one for the life of the application. Saving is idempotent: reports are told apart by meeting and id, and by their
/// times
/// where Graph sends no id. Everything is saved whole or not at all. See
/// <see href="https://learn.microsoft.com/graph/api/resources/meetingattendancereport"/> on how long Graph keeps reports.
/// </remarks>
public sealed partial class AttendanceArchive : IAsyncDisposable
{
    private readonly ReportSaver _reports;
    private readonly MeetingSaver _meetings;
    private readonly EventSaver _events;

    private AttendanceArchive(ArchiveDatabase database)
    {
        Database = database;
        _reports = new ReportSaver(database);
        _meetings = new MeetingSaver(database);
        _events = new EventSaver(database);
    }

    internal ArchiveDatabase Database { get; }

    /// <summary>Opens an archive, makes one where there is none, and brings one of an older version up to date.</summary>
    /// <param name="options">Where it is, and what it may hold of people.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArgumentException">An option is not valid, or not what the archive was begun with.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public static async Task<AttendanceArchive> OpenAsync(ArchiveOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new AttendanceArchive(await ArchiveDatabase.OpenAsync(options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Opens an archive in a SQLite file, and makes one where there is none.</summary>
    /// <param name="file">Path of the file, which its owner alone may read.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArchiveException">The file cannot be used; the message says why.</exception>
    public static Task<AttendanceArchive> OpenAsync(string file, CancellationToken cancellationToken = default) =>
        OpenAsync(new ArchiveOptions { File = file }, cancellationToken);

    /// <summary>A client that answers from the archive what Microsoft Graph would have answered: reports newest first, and without a
    /// limit of
    /// 50.</summary>
    /// <remarks>
    /// It needs neither network nor sign-in. What was not kept is an <see cref="AttendanceRequestException"/> with the reason
    /// <see cref="AttendanceErrorReason.NotFound"/>. Of the OData options it takes <c>$expand</c>, <c>$top</c>, <c>$skip</c> and
    /// <c>$count</c>.
    /// </remarks>
    public AttendanceClient CreateClient() => new ArchiveClient(Database);

    /// <summary>Saves a report; one that is kept with other content is replaced whole, and its earlier state noted.</summary>
    /// <remarks>A report without records never takes away those that are kept.</remarks>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task<ArchiveChange> SaveAsync(AttendanceSource source, AttendanceReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(report);
        return SaveAsync(source, report, occurrenceId: null, cancellationToken);
    }

    /// <summary>Saves a meeting, with those who are invited to it.</summary>
    /// <param name="meeting">The meeting, whose <see cref="OnlineMeeting.Source"/> must not be null.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArgumentException">The meeting has no source.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task SaveAsync(OnlineMeeting meeting, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.Source is null
            ? throw new ArgumentException("The meeting has no source, as Graph sent no id, so nothing could lead to it.", nameof(meeting))
            : _meetings.SaveAsync(meeting, cancellationToken);
    }

    /// <summary>Saves all that stands in a calendar within a range.</summary>
    /// <remarks>What was kept of that range and is not among the meetings any more is taken out, unless it had taken place before it was
    /// last seen: then it stays.</remarks>
    /// <param name="owner">Whose calendar.</param>
    /// <param name="from">Begin of the range.</param>
    /// <param name="until">End of the range, which must be later.</param>
    /// <param name="meetings">Every meeting of the range.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task SaveAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until, IEnumerable<CalendarMeeting> meetings,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(meetings);
        return from < until
            ? SaveCalendarAsync(owner, from, until, [.. meetings], cancellationToken)
            : throw new ArgumentException(
                $"The range ends at {until:O}, which is not after its begin at {from:O}. Pass a later end.", nameof(until));
    }

    /// <summary>Saves a webinar or a town hall.</summary>
    /// <param name="virtualEvent">The event, whose id must not be null.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArgumentException">The event has no id.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task SaveAsync(VirtualEvent virtualEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(virtualEvent);
        return virtualEvent.Id is null
            ? throw new ArgumentException("The event has no id, as Graph sent none, so nothing could lead to it.", nameof(virtualEvent))
            : _events.SaveAsync(virtualEvent, cancellationToken);
    }

    /// <summary>Saves a session of a webinar or town hall.</summary>
    /// <param name="session">The session, whose <see cref="VirtualEventSession.Source"/> must not be null.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArgumentException">The session has no source.</exception>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task SaveAsync(VirtualEventSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Source is null
            ? throw new ArgumentException("The session has no source, as Graph sent no id, so nothing could lead to it.", nameof(session))
            : _events.SaveAsync(session, cancellationToken);
    }

    /// <summary>Saves the registrations of a webinar or town hall, in place of those that are kept.</summary>
    /// <param name="kind">Whether it is a webinar or a town hall.</param>
    /// <param name="eventId">Its id.</param>
    /// <param name="registrations">Every registration.</param>
    /// <param name="cancellationToken">Cancels the saving.</param>
    /// <exception cref="ArchiveException">The database cannot be used; the message says why.</exception>
    public Task SaveAsync(
        VirtualEventKind kind, string eventId, IEnumerable<Registration> registrations, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        ArgumentNullException.ThrowIfNull(registrations);
        return _events.SaveAsync(kind, eventId, [.. registrations], cancellationToken);
    }

    /// <summary>Closes the archive.</summary>
    public ValueTask DisposeAsync() => Database.DisposeAsync();

    internal Task<ArchiveChange> SaveAsync(
        AttendanceSource source, AttendanceReport report, long? occurrenceId, CancellationToken cancellationToken) =>
        _reports.SaveAsync(source, report, occurrenceId, cancellationToken);

    internal Task<IReadOnlyDictionary<string, long>> SaveCalendarAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until, IReadOnlyList<CalendarMeeting> meetings,
        CancellationToken cancellationToken) =>
        _meetings.SaveAsync(owner, from.ToUniversalTime(), until.ToUniversalTime(), meetings, cancellationToken);
}
