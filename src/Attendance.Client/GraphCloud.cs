namespace Attendance.Client;

/// <summary>Roots of Microsoft Graph in the global and the national clouds, to be used as
/// <see cref="AttendanceClientOptions.Endpoint"/>.</summary>
/// <remarks>
/// A token of one cloud is of no use in another. US Government serves meetings in v1.0 only, China serves no attendance at all.
/// See <see href="https://learn.microsoft.com/graph/deployments"/>.
/// </remarks>
public static class GraphCloud
{
    /// <summary>Global service and GCC.</summary>
    public static Uri Global { get; } = new("https://graph.microsoft.com");

    /// <summary>US Government L4 (GCC High).</summary>
    public static Uri UsGovernment { get; } = new("https://graph.microsoft.us");

    /// <summary>US Government L5 (DoD).</summary>
    public static Uri UsGovernmentDod { get; } = new("https://dod-graph.microsoft.us");

    /// <summary>China, operated by 21Vianet.</summary>
    public static Uri China { get; } = new("https://microsoftgraph.chinacloudapi.cn");
}
