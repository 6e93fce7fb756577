namespace Attendance.Client.Internal;

/// <summary>What an exception tells of the request that failed.</summary>
internal sealed record SentRequest(Uri Uri, string ClientRequestId, TimeProvider TimeProvider);
