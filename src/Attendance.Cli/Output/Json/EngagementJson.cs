using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>Something a participant did.</summary>
internal sealed record EngagementJson(DateTime? At, string? Type, string? SubType)
{
    public static EngagementJson Of(MeetingEngagement engagement) => new(engagement.At?.UtcDateTime, engagement.Type, engagement.SubType);
}
