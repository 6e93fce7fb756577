namespace Attendance.Client.Archive.Internal;

/// <summary>Something that a harvest asks for, and that may fail.</summary>
internal sealed record HarvestTask(HarvestStep Step, Organizer? Organizer = null, string? Subject = null, string? ReportId = null)
{
    /// <summary>What tells it from all others.</summary>
    public string Name =>
        string.Join(' ', new[] { Step.ToString(), Organizer?.ToString(), Subject, ReportId }.Where(part => part is not null));

    public static HarvestTask Calendar(Organizer organizer) => new(HarvestStep.Calendar, organizer);

    public static HarvestTask Meeting(Organizer organizer, JoinLink link) => new(HarvestStep.Meeting, organizer, link.ToString());

    /// <summary>A meeting by its source. A harvest of its organizer finds it by its link.</summary>
    public static HarvestTask Meeting(MeetingSource source) => new(HarvestStep.Meeting, source.Organizer, source.ToString());

    public static HarvestTask Report(AttendanceSource source, string? reportId) =>
        new(HarvestStep.Report, (source as MeetingSource)?.Organizer, source.ToString(), reportId);

    public static HarvestTask Events(VirtualEventKind kind, Organizer? organizer) =>
        new(HarvestStep.VirtualEvents, organizer, kind.ToString());

    public static HarvestTask Sessions(VirtualEventKind kind, string eventId) =>
        new(HarvestStep.Sessions, Subject: $"{kind}/{Uri.EscapeDataString(eventId)}");

    public static HarvestTask Registrations(VirtualEventKind kind, string eventId) =>
        new(HarvestStep.Registrations, Subject: $"{kind}/{Uri.EscapeDataString(eventId)}");
}
