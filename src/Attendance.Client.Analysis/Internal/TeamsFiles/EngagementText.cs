namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Reads what somebody did, in the words of an English file.</summary>
internal static class EngagementText
{
    private const string Reaction = "Sent reaction ";

    /// <summary>Type and subtype as Graph has them; the words of the file as subtype where they are not known.</summary>
    public static MeetingEngagement Read(string text) => text switch
    {
        "Unmuted" => new MeetingEngagement { Type = "microphone", SubType = "unmute" },
        "Turned on camera" => new MeetingEngagement { Type = "camera", SubType = "cameraOn" },
        _ when text.StartsWith(Reaction, StringComparison.Ordinal) =>
            new MeetingEngagement { Type = "reaction", SubType = text.Substring(Reaction.Length).Trim('"') },
        _ => new MeetingEngagement { SubType = text },
    };
}
