namespace Attendance.Cli.Json;

/// <summary>Where a server is reached.</summary>
internal sealed record ServerJson(
    string Endpoint, string V1, string Beta, string Control, string? Proxy, string? Certificate, int ProcessId);
