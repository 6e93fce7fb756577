namespace Attendance.Client;

/// <summary>A session of a webinar, made by <see cref="AttendanceSource.Webinar"/>.</summary>
public sealed record WebinarSource : AttendanceSource
{
    internal WebinarSource(string webinarId, string sessionId)
    {
        WebinarId = webinarId;
        SessionId = sessionId;
    }

    /// <summary>Id of the webinar.</summary>
    public string WebinarId { get; }

    /// <summary>Id of the session.</summary>
    public string SessionId { get; }

    internal override string Path =>
        $"solutions/virtualEvents/webinars/{Uri.EscapeDataString(WebinarId)}/sessions/{Uri.EscapeDataString(SessionId)}";
}
