namespace Attendance.Client;

/// <summary>A session of a webinar or town hall.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/virtualeventsession"/>.</remarks>
public sealed record VirtualEventSession
{
    /// <summary>Where the session's attendance is read, or null where Graph sent no id that can be asked for.</summary>
    public AttendanceSource? Source { get; init; }

    /// <summary>Key of the session, or null where Graph sent none.</summary>
    public string? Id { get; init; }

    /// <summary>Subject, or null where there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Link by which people join, or null where Graph sent none.</summary>
    public string? JoinWebUrl { get; init; }

    /// <summary>When the session is to begin, or null where Graph does not say.</summary>
    public DateTimeTimeZone? Start { get; init; }

    /// <summary>When the session is to end, or null where Graph does not say.</summary>
    public DateTimeTimeZone? End { get; init; }

    /// <summary>Most people that the session takes, or null where Graph does not say; a list of sessions never does.</summary>
    public int? Capacity { get; init; }
}
