namespace Attendance.Client;

/// <summary>Something a participant did during a session, such as raising a hand.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/meetingengagement"/>.</remarks>
public sealed record MeetingEngagement
{
    /// <summary>When it happened, in UTC, or null where Graph does not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Its type, <c>reaction</c>, <c>hand</c>, <c>camera</c>, <c>microphone</c> or one that Graph has added since; null where
    /// Graph does not say.</summary>
    public string? Type { get; init; }

    /// <summary>What of that type it was, such as <c>like</c>, <c>raiseHand</c>, <c>cameraOn</c> or <c>mute</c>; null where Graph does not
    /// say.</summary>
    public string? SubType { get; init; }
}
