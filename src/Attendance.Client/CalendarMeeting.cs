using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>An online meeting as it stands in a calendar: one occurrence of it.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/event"/>.</remarks>
public sealed record CalendarMeeting
{
    /// <summary>Key of the calendar event, which is no id of the meeting, or null where Graph sent none.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the event in every calendar that holds it, or null where Graph sent none.</summary>
    public string? ICalUId { get; init; }

    /// <summary>Key of the series in this calendar, the same for each of its occurrences, or null for a meeting that is not
    /// repeated.</summary>
    public string? SeriesId { get; init; }

    /// <summary>Whether it is a meeting by itself or one of a series, or null where Graph does not say.</summary>
    public CalendarMeetingType? Type { get; init; }

    /// <summary>Subject, or null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>When the occurrence is to begin, or null where Graph does not say.</summary>
    public DateTimeTimeZone? Start { get; init; }

    /// <summary>When the occurrence is to end, or null where Graph does not say.</summary>
    public DateTimeTimeZone? End { get; init; }

    /// <summary>Whether the calendar's owner organizes the meeting, or null where Graph does not say.</summary>
    public bool? IsOrganizer { get; init; }

    /// <summary>Whether the meeting was cancelled, or null where Graph does not say.</summary>
    public bool? IsCancelled { get; init; }

    /// <summary>Who organizes the meeting, or null where Graph does not say.</summary>
    public CalendarAttendee? Organizer { get; init; }

    /// <summary>Who is invited to this occurrence, rooms included; empty where Graph sent nobody. A group stands as one.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<CalendarAttendee>.Empty;
    } = ValueList<CalendarAttendee>.Empty;

    /// <summary>Link by which people join, or null where Graph sent none.</summary>
    public string? JoinWebUrl { get; init; }

    /// <summary>What <see cref="JoinWebUrl"/> says, for <see cref="AttendanceClient.FindMeetingAsync"/>, or null where it leads to no Teams
    /// meeting.</summary>
    [JsonIgnore]
    public JoinLink? JoinLink => JoinLink.TryParse(JoinWebUrl, out var link) ? link : null;
}
