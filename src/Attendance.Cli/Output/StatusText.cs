using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Whether people were there as expected, in words.</summary>
internal static class StatusText
{
    public static string Of(AttendanceStatus? status) => status is { } known ? known.ToString().ToLowerInvariant() : CellText.Missing;

    /// <summary>The status, and what is to be known of it.</summary>
    public static string Of(AttendeeSummary attendee) => attendee switch
    {
        { MatchedBy: ExpectedMatch.DisplayName } => $"{Of(attendee.Status)}, by name alone",
        { Suggestions: [var suggestion, ..] } => $"{Of(attendee.Status)}, maybe {NameOf(suggestion)}",
        // Without a plan, nobody is called absent.
        { Status: null, HasAttended: false, Expected: not null } => "not seen",
        _ => Of(attendee.Status),
    };

    public static string NameOf(ExpectedPerson person) => CellText.Of(person.DisplayName ?? person.EmailAddress ?? person.Id);
}
