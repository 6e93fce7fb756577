namespace Attendance.Client.Archive.Internal;

/// <summary>Turns meetings, and sessions of webinars and town halls, into rows and back.</summary>
internal static class MeetingRows
{
    public static void Fill(MeetingRow row, OnlineMeeting meeting)
    {
        row.IsRead = true;
        row.Subject = meeting.Subject;
        row.JoinWebUrl = meeting.JoinWebUrl;
        row.JoinLink = JoinLink.TryParse(meeting.JoinWebUrl, out var link) ? link.ToString() : null;
        row.JoinMeetingId = meeting.JoinMeetingId;
        row.IsPasscodeRequired = meeting.IsPasscodeRequired;
        row.StartsAt = meeting.StartsAt?.ToUniversalTime();
        row.EndsAt = meeting.EndsAt?.ToUniversalTime();
        row.CreatedAt = meeting.CreatedAt?.ToUniversalTime();
        row.SeventhDigits = SeventhDigit.Of(meeting.StartsAt, meeting.EndsAt, meeting.CreatedAt);
        row.ExternalId = meeting.ExternalId;
        row.ThreadId = meeting.ThreadId;
        row.People =
        [
            .. meeting.Organizer is { } organizer ? [ToRow(organizer, 0, isOrganizer: true)] : (IEnumerable<ExpectedPersonRow>)[],
            .. meeting.Attendees.Select(static (person, index) => ToRow(person, index + 1, isOrganizer: false)),
        ];
    }

    public static OnlineMeeting ToMeeting(MeetingRow row) => new()
    {
        Source = AttendanceSource.Parse(row.Source),
        Id = row.GraphId,
        Subject = row.Subject,
        JoinWebUrl = row.JoinWebUrl,
        JoinMeetingId = row.JoinMeetingId,
        IsPasscodeRequired = row.IsPasscodeRequired,
        StartsAt = SeventhDigit.Restore(row.StartsAt, row.SeventhDigits, 2),
        EndsAt = SeventhDigit.Restore(row.EndsAt, row.SeventhDigits, 1),
        CreatedAt = SeventhDigit.Restore(row.CreatedAt, row.SeventhDigits, 0),
        ExternalId = row.ExternalId,
        ThreadId = row.ThreadId,
        Organizer = row.People.Where(static person => person.IsOrganizer).Select(ToParticipant).FirstOrDefault(),
        Attendees =
        [
            .. row.People.Where(static person => !person.IsOrganizer).OrderBy(static person => person.Position).Select(ToParticipant),
        ],
    };

    public static void Fill(MeetingRow row, VirtualEventSession session)
    {
        row.IsRead = true;
        row.Subject = session.Subject;
        row.JoinWebUrl = session.JoinWebUrl;
        row.JoinLink = JoinLink.TryParse(session.JoinWebUrl, out var link) ? link.ToString() : null;
        row.Start = LocalTimeColumns.Of(session.Start);
        row.End = LocalTimeColumns.Of(session.End);
        row.StartsAt = session.Start?.At;
        row.EndsAt = session.End?.At;
        row.SeventhDigits = 0;
        row.Capacity = session.Capacity;
    }

    public static VirtualEventSession ToSession(MeetingRow row) => new()
    {
        Source = AttendanceSource.Parse(row.Source),
        Id = row.GraphId,
        Subject = row.Subject,
        JoinWebUrl = row.JoinWebUrl,
        Start = row.Start?.ToTime(),
        End = row.End?.ToTime(),
        Capacity = row.Capacity,
    };

    private static ExpectedPersonRow ToRow(MeetingParticipant person, int position, bool isOrganizer) => new()
    {
        Position = position,
        IsOrganizer = isOrganizer,
        Person = PersonName.Of(person.Identity, person.UserPrincipalName),
        Name = person.Identity?.DisplayName,
        EmailAddress = person.UserPrincipalName ?? person.Identity?.Email,
        Role = person.Role?.Value,
        UserPrincipalName = person.UserPrincipalName,
        Identity = IdentityColumns.Of(person.Identity),
    };

    private static MeetingParticipant ToParticipant(ExpectedPersonRow row) => new()
    {
        Identity = row.Identity?.ToIdentity(),
        UserPrincipalName = row.UserPrincipalName,
        Role = row.Role is null ? null : new AttendeeRole(row.Role),
    };
}
