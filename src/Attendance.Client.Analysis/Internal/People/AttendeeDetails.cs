namespace Attendance.Client.Analysis.Internal;

/// <summary>What no column of a row can hold of an attendee.</summary>
internal sealed record AttendeeDetails(
    AttendeeIdentity? Identity,
    IReadOnlyList<TimeWindow> Stays,
    IReadOnlyList<TimeWindow>? TimesAway,
    ExpectedPerson? Expected,
    IReadOnlyList<ExpectedPerson> Suggestions)
{
    public static AttendeeDetails Of(AttendeeSummary attendee) =>
        new(attendee.Identity, attendee.Stays, attendee.TimesAway, attendee.Expected, attendee.Suggestions);
}
