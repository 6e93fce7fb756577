namespace Attendance.Client.Tests.Cli;

/// <summary>Meetings of the sample data, as lines name them.</summary>
internal static class SourceSamples
{
    public const string MeetingPath = "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    public const string SmallMeetingPath = "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy";
    public const string MeetingNumber = "238 420 318 127";
    public const string Root = "https://graph.microsoft.com/v1.0";
    public const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
}
