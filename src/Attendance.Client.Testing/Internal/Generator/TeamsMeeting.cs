using System.Globalization;
using System.Text;

namespace Attendance.Client.Testing.Internal;

/// <summary>A meeting made by an organizer, in the ids and links that Teams gives it.</summary>
internal sealed class TeamsMeeting(Person organizer, Guid key)
{
    public string ThreadId => $"19:{Thread}@thread.v2";

    public string JoinWebUrl =>
        $"https://teams.microsoft.com/l/meetup-join/19%3a{Thread}%40thread.v2/0?context=%7b%22Tid%22%3a%22{organizer.TenantId}%22%2c%22Oid%22%3a%22{organizer.Id}%22%7d";

    private string Thread => $"meeting_{Base64(key.ToString())}";

    private string Id => Base64($"1*{organizer.Id}*0**{ThreadId}");

    // Thirteen digits, the first of them no zero.
    private string JoinMeetingId =>
        (1_000_000_000_000 + (key.ToByteArray().Take(7).Aggregate(0L, static (number, part) => (number << 8) | part) % 9_000_000_000_000))
            .ToString(CultureInfo.InvariantCulture);

    public OnlineMeeting ToMeeting(
        string? subject, DateTimeOffset createdAt, IReadOnlyList<Period> occurrences, IReadOnlyList<MeetingParticipant> invited) =>
        new()
        {
            Source = AttendanceSource.Meeting(Organizer.User(organizer.Id), Id),
            Id = Id,
            Subject = subject,
            JoinWebUrl = JoinWebUrl,
            JoinMeetingId = JoinMeetingId,
            IsPasscodeRequired = true,
            StartsAt = occurrences.Min(static occurrence => occurrence.Start),
            EndsAt = occurrences.Max(static occurrence => occurrence.End),
            CreatedAt = createdAt,
            ThreadId = ThreadId,
            Organizer = new MeetingParticipant
            {
                Identity = organizer.UntypedIdentity,
                UserPrincipalName = organizer.Email,
                Role = new AttendeeRole("presenter"),
            },
            Attendees = invited,
        };

    public CalendarMeeting ToCalendarMeeting(
        string? subject, Period occurrence, bool isRepeated, IReadOnlyList<CalendarAttendee> invited)
    {
        var day = occurrence.Start.UtcDateTime;
        var date = FormattableString.Invariant($"{day.Year:X4}{day.Month:X2}{day.Day:X2}");
        return new CalendarMeeting
        {
            Id = $"AAMkA{Base64($"{key:N}{key:N}{date}{occurrence.Start.UtcTicks:X16}").TrimEnd('=')}AAA=",
            ICalUId =
                $"040000008200E00074C5B7101A82E008{date}{occurrence.Start.UtcTicks:X16}000000000000000010000000{key:N}".ToUpperInvariant(),
            SeriesId = isRepeated ? $"AAMkA{Base64($"{key:N}{key:N}").TrimEnd('=')}AAA=" : null,
            Type = isRepeated ? CalendarMeetingType.Occurrence : CalendarMeetingType.SingleInstance,
            Subject = subject,
            Start = DateTimeTimeZone.Utc(occurrence.Start),
            End = DateTimeTimeZone.Utc(occurrence.End),
            IsOrganizer = true,
            IsCancelled = false,
            Organizer = new CalendarAttendee { Name = organizer.Name, EmailAddress = organizer.Email },
            Attendees = invited,
            JoinWebUrl = JoinWebUrl,
        };
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
