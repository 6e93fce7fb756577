namespace Attendance.Client.Analysis;

/// <summary>How somebody took part: what Graph recorded of reactions, raised hands, camera and microphone.</summary>
/// <remarks>
/// Graph records when a camera was turned on or a microphone unmuted and documents no end of it, so that there are numbers and no
/// durations. Types and kinds that Graph adds are counted in none of them.
/// </remarks>
public sealed record EngagementSummary
{
    /// <summary>Number of reactions of any kind, such as likes and applause.</summary>
    public int ReactionCount { get; init; }

    /// <summary>Number of times that a hand was raised.</summary>
    public int RaisedHandCount { get; init; }

    /// <summary>Number of times that a camera was turned on.</summary>
    public int CameraOnCount { get; init; }

    /// <summary>Number of times that a microphone was turned on.</summary>
    public int UnmuteCount { get; init; }

    /// <summary>Counts the engagements of one person's records; null where there are none, which is also so where Graph does not record
    /// them.</summary>
    /// <exception cref="ArgumentException">A record is null.</exception>
    public static EngagementSummary? Of(IEnumerable<AttendanceRecord> records)
    {
        var (any, reactions, hands, cameras, microphones) = (false, 0, 0, 0, 0);
        foreach (var record in records ?? throw new ArgumentNullException(nameof(records)))
        {
            if (record is null)
                throw new ArgumentException("A record is null. Leave it out.", nameof(records));

            foreach (var engagement in record.Engagements)
            {
                any = true;
                if (Is(engagement.Type, "reaction"))
                    reactions++;
                else if (Is(engagement.Type, "hand") && IsOrUnsaid(engagement.SubType, "raiseHand"))
                    hands++;
                else if (Is(engagement.Type, "camera") && IsOrUnsaid(engagement.SubType, "cameraOn"))
                    cameras++;
                else if (Is(engagement.Type, "microphone") && Is(engagement.SubType, "unmute"))
                    microphones++;
            }
        }

        return any
            ? new EngagementSummary
            {
                ReactionCount = reactions,
                RaisedHandCount = hands,
                CameraOnCount = cameras,
                UnmuteCount = microphones,
            }
            : null;
    }

    private static bool Is(string? given, string name) => string.Equals(given, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsOrUnsaid(string? given, string name) => given is null || Is(given, name);
}
