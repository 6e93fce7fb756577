namespace Attendance.Client.Testing.Internal;

/// <summary>What every answer carries to be traced by.</summary>
internal sealed record AnswerIds(string RequestId, string ClientRequestId, DateTimeOffset Date);
