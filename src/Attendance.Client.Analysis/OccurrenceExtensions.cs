using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Reads meetings as they were planned: each occurrence with its plan, who was expected, and its reports.</summary>
/// <remarks>
/// <para>Reports are given to the occurrence that they overlap the most, or else to the nearest within
/// <see cref="OccurrenceOptions.JoinGap"/>, so that restarts and rejoins are of one occurrence. An occurrence without a report of its own
/// takes one that covers half of its time, as where two lessons went on in one call. Reports that belong to no occurrence are sessions
/// that nobody planned, with a null <see cref="AttendanceOccurrence.Plan"/>.</para>
/// <para>An occurrence that has no report is there all the same: it may not have taken place, or its report may still come. Graph names no
/// time by which a report is ready; some take hours. Joining again after the end makes another report. Who reads at intervals looks back
/// by a few days.</para>
/// </remarks>
public static class OccurrenceExtensions
{
    /// <summary>The occurrences of the meetings that a user organizes within a time range, by their calendar.</summary>
    /// <remarks>
    /// Cancelled meetings, those without a Teams link and those of other organizers are left out. Meetings come in the order of their first
    /// occurrence in the range, the occurrences of each in order of time. Sessions that nobody planned come too, where they began in the
    /// range and their meeting is in it. Nothing is sent before enumeration. Needs <c>Calendars.Read</c>, what
    /// <see cref="AttendanceClient.FindMeetingAsync"/> needs, and what reports need. See
    /// <see href="https://learn.microsoft.com/graph/api/user-list-calendarview"/>.
    /// </remarks>
    /// <param name="client">Asks Graph, or what stands for it.</param>
    /// <param name="organizer">Whose calendar.</param>
    /// <param name="from">Begin of the range.</param>
    /// <param name="until">End of the range, which must be later.</param>
    /// <param name="options">How they are read, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    /// <exception cref="AttendanceRequestException">Graph refused the calendar. What it refuses of one meeting is that meeting's
    /// <see cref="AttendanceOccurrence.Error"/>.</exception>
    /// <exception cref="HttpRequestException">The connection failed while the calendar was read.</exception>
    public static IAsyncEnumerable<AttendanceOccurrence> GetOccurrencesAsync(
        this AttendanceClient client, Organizer organizer, DateTimeOffset from, DateTimeOffset until, OccurrenceOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (organizer is null)
            throw new ArgumentNullException(nameof(organizer));

        CheckRange(from, until);
        return ReaderOf(client, options).ReadCalendarAsync(organizer, from, until, cancellationToken);
    }

    /// <summary>The occurrences of the meetings that each of many users organizes within a time range, organizer by organizer.</summary>
    /// <remarks>Outcomes come in the order of the organizers. No failure stops the others. See the method for one organizer.</remarks>
    /// <param name="client">Asks Graph, or what stands for it.</param>
    /// <param name="organizers">Whose calendars.</param>
    /// <param name="from">Begin of the range.</param>
    /// <param name="until">End of the range, which must be later.</param>
    /// <param name="options">How they are read, or null for the defaults.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="ArgumentException">The range is empty, or an organizer is null.</exception>
    public static IAsyncEnumerable<OccurrencesOutcome> GetOccurrencesAsync(
        this AttendanceClient client, IEnumerable<Organizer> organizers, DateTimeOffset from, DateTimeOffset until,
        OccurrenceOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (organizers is null)
            throw new ArgumentNullException(nameof(organizers));

        CheckRange(from, until);
        return ReaderOf(client, options).ReadCalendarsAsync(organizers, from, until, cancellationToken);
    }

    /// <summary>The occurrences of a meeting that have a report, and the sessions that nobody planned, in order of time.</summary>
    /// <remarks>
    /// The plan of a meeting that is not repeated is that of the meeting; that of a series stands in the organizer's calendar, which needs
    /// <c>Calendars.Read</c>. Where it is refused the plan is null and <see cref="AttendanceOccurrence.PlanError"/> says why.
    /// </remarks>
    /// <param name="client">Asks Graph, or what stands for it.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="options">How they are read, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ArgumentException">The meeting has no source.</exception>
    /// <exception cref="AttendanceRequestException">Graph refused the reports.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public static Task<IReadOnlyList<AttendanceOccurrence>> GetOccurrencesAsync(
        this AttendanceClient client, OnlineMeeting meeting, OccurrenceOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (meeting is null)
            throw new ArgumentNullException(nameof(meeting));
        if (meeting.Source is not MeetingSource source)
            throw new ArgumentException(
                "The meeting has no source, as Graph sent no id, so its reports cannot be asked for.", nameof(meeting));

        return ReaderOf(client, options).ReadMeetingAsync(source, meeting, cancellationToken);
    }

    /// <summary>The occurrences of a meeting, webinar session or town hall session that have a report, and the sessions that nobody
    /// planned, in order of time.</summary>
    /// <remarks>
    /// The plan is that of the session or meeting, which is looked up; that of a series stands in the organizer's calendar, which needs
    /// <c>Calendars.Read</c>. Where either is refused the plan is null and <see cref="AttendanceOccurrence.PlanError"/> says why.
    /// </remarks>
    /// <param name="client">Asks Graph, or what stands for it.</param>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="options">How they are read, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AttendanceRequestException">Graph refused the reports.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public static Task<IReadOnlyList<AttendanceOccurrence>> GetOccurrencesAsync(
        this AttendanceClient client, AttendanceSource source, OccurrenceOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ReaderOf(client, options).ReadSourceAsync(source ?? throw new ArgumentNullException(nameof(source)), cancellationToken);

    private static OccurrenceReader ReaderOf(AttendanceClient client, OccurrenceOptions? options) =>
        new(client ?? throw new ArgumentNullException(nameof(client)), options ?? new OccurrenceOptions());

    private static void CheckRange(DateTimeOffset from, DateTimeOffset until)
    {
        if (from >= until)
        {
            throw new ArgumentException(
                $"The range ends at {until:O}, which is not after its begin at {from:O}. Pass a later end.", nameof(until));
        }
    }
}
