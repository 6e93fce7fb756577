using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

/// <summary>What is exported, and the columns that it has.</summary>
internal static class ExportSamples
{
    public const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    public const string OriginColumns = "source,subject,sessionReportId,sessionStartedAt,sessionEndedAt";
    public const string Stays = OriginColumns + ",key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds\r\n";

    public static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    public static FakeGraph GraphOf(string name) => new FakeGraph().Add(
        Source,
        Report(0, 100, new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = name }, Intervals = [Stay(0, 50)] }) with
        {
            Id = "r",
        });
}
