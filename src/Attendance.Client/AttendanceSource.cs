using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Where attendance was taken: a <see cref="MeetingSource"/>, a <see cref="WebinarSource"/> or a
/// <see cref="TownhallSource"/>.</summary>
/// <remarks>Sources compare by value. <see cref="ToString"/> and <see cref="Parse"/> turn one into text and back, for a queue, a file or a
/// log.</remarks>
[JsonConverter(typeof(AttendanceSourceJsonConverter))]
public abstract record AttendanceSource
{
    private protected AttendanceSource()
    {
    }

    /// <summary>The Graph path below the version, each id percent-encoded once.</summary>
    internal abstract string Path { get; }

    /// <summary>An online meeting. All occurrences of a recurring series share one.</summary>
    /// <param name="organizer">Who organizes the meeting.</param>
    /// <param name="meetingId">Id of the online meeting: neither the id of its chat nor that of its calendar event.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    public static AttendanceSource Meeting(Organizer organizer, string meetingId) =>
        new MeetingSource(organizer ?? throw new ArgumentNullException(nameof(organizer)), ResourceId.Check(meetingId));

    /// <summary>A session of a webinar.</summary>
    /// <param name="webinarId">Id of the webinar, <c>{guid}@{tenant guid}</c>.</param>
    /// <param name="sessionId">Id of the session.</param>
    /// <exception cref="ArgumentException">An id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    public static AttendanceSource Webinar(string webinarId, string sessionId) =>
        new WebinarSource(ResourceId.Check(webinarId), ResourceId.Check(sessionId));

    /// <summary>A session of a town hall.</summary>
    /// <param name="townhallId">Id of the town hall, <c>{guid}@{tenant guid}</c>.</param>
    /// <param name="sessionId">Id of the session.</param>
    /// <exception cref="ArgumentException">An id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    public static AttendanceSource Townhall(string townhallId, string sessionId) =>
        new TownhallSource(ResourceId.Check(townhallId), ResourceId.Check(sessionId));

    /// <summary>Reads a source from its own text, a Graph path, or a whole Graph URL of either version, which may go on to a report or its
    /// records.</summary>
    /// <exception cref="FormatException">The text names no source; the message says where it goes wrong.</exception>
    public static AttendanceSource Parse(string text) =>
        AttendanceSourceText.Read(text ?? throw new ArgumentNullException(nameof(text)), out var fault) ?? throw new FormatException(fault);

    /// <summary>Reads a source as <see cref="Parse"/> does, and returns false where the text names none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AttendanceSource? source)
    {
        source = text is null ? null : AttendanceSourceText.Read(text, out _);
        return source is not null;
    }

    /// <summary>The source's Graph path below the version, such as <c>me/onlineMeetings/{id}</c>, with ids percent-encoded.</summary>
    public sealed override string ToString() => Path;
}
