namespace Attendance.Client;

/// <summary>A session of a town hall, made by <see cref="AttendanceSource.Townhall"/>.</summary>
public sealed record TownhallSource : AttendanceSource
{
    internal TownhallSource(string townhallId, string sessionId)
    {
        TownhallId = townhallId;
        SessionId = sessionId;
    }

    /// <summary>Id of the town hall.</summary>
    public string TownhallId { get; }

    /// <summary>Id of the session.</summary>
    public string SessionId { get; }

    internal override string Path =>
        $"solutions/virtualEvents/townhalls/{Uri.EscapeDataString(TownhallId)}/sessions/{Uri.EscapeDataString(SessionId)}";
}
