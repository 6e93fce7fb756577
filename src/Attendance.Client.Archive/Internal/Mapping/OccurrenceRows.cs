namespace Attendance.Client.Archive.Internal;

/// <summary>Turns meetings in a calendar into rows and back.</summary>
internal static class OccurrenceRows
{
    /// <summary>What tells the occurrences in a calendar apart.</summary>
    public static string NameOf(CalendarMeeting meeting) => meeting.Id ?? $"{meeting.Start}/{meeting.JoinWebUrl}";

    public static void Fill(OccurrenceRow row, CalendarMeeting meeting)
    {
        row.EventId = meeting.Id;
        row.ICalUId = meeting.ICalUId;
        row.SeriesId = meeting.SeriesId;
        row.Type = meeting.Type?.Value;
        row.Subject = meeting.Subject;
        row.Start = LocalTimeColumns.Of(meeting.Start);
        row.End = LocalTimeColumns.Of(meeting.End);
        row.StartsAt = meeting.Start?.At;
        row.EndsAt = meeting.End?.At;
        row.IsOrganizer = meeting.IsOrganizer;
        row.IsCancelled = meeting.IsCancelled;
        row.JoinWebUrl = meeting.JoinWebUrl;
        row.RemovedAt = null;
        row.People =
        [
            .. meeting.Organizer is { } organizer ? [ToRow(organizer, 0, isOrganizer: true)] : (IEnumerable<ExpectedPersonRow>)[],
            .. meeting.Attendees.Select(static (person, index) => ToRow(person, index + 1, isOrganizer: false)),
        ];
    }

    public static CalendarMeeting ToMeeting(OccurrenceRow row) => new()
    {
        Id = row.EventId,
        ICalUId = row.ICalUId,
        SeriesId = row.SeriesId,
        Type = row.Type is null ? null : new CalendarMeetingType(row.Type),
        Subject = row.Subject,
        Start = row.Start?.ToTime(),
        End = row.End?.ToTime(),
        IsOrganizer = row.IsOrganizer,
        IsCancelled = row.IsCancelled,
        JoinWebUrl = row.JoinWebUrl,
        Organizer = row.People.Where(static person => person.IsOrganizer).Select(ToAttendee).FirstOrDefault(),
        Attendees =
        [
            .. row.People.Where(static person => !person.IsOrganizer).OrderBy(static person => person.Position).Select(ToAttendee),
        ],
    };

    private static ExpectedPersonRow ToRow(CalendarAttendee person, int position, bool isOrganizer) => new()
    {
        Position = position,
        IsOrganizer = isOrganizer,
        Person = PersonName.Of(null, person.EmailAddress, person.Name),
        Name = person.Name,
        EmailAddress = person.EmailAddress,
        Type = person.Type?.Value,
        Response = person.Response?.Value,
    };

    private static CalendarAttendee ToAttendee(ExpectedPersonRow row) => new()
    {
        Name = row.Name,
        EmailAddress = row.EmailAddress,
        Type = row.Type is null ? null : new CalendarAttendeeType(row.Type),
        Response = row.Response is null ? null : new CalendarResponse(row.Response),
    };
}
