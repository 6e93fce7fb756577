using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>What became of registrations, one in a row.</summary>
internal static class RegistrantsTable
{
    public static DataTable Of(RegistrationSummary registrations)
    {
        var table = new DataTable().Column("Outcome").FlexibleColumn("Name").FlexibleColumn("E-mail").NumberColumn("Present")
            .NumberColumn("Share");
        foreach (var (outcome, registration, attendee) in registrations.Registrants.Select(
            registrant => (registrant.Outcome, registrant.Registration, registrant.Attendee)))
        {
            var name = $"{registration?.FirstName} {registration?.LastName}".Trim();
            table.Row(
                NameOf(outcome),
                CellText.Of(name.Length > 0 ? name : attendee?.DisplayName),
                CellText.Of(registration?.Email ?? attendee?.EmailAddress),
                CellText.Of(attendee?.TimePresent),
                CellText.Percent(attendee?.Share));
        }

        return table;
    }

    public static string NameOf(RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Unknown => "not known",
        RegistrationOutcome.Attended => "attended",
        RegistrationOutcome.NoShow => "no-show",
        RegistrationOutcome.WalkIn => "walk-in",
        RegistrationOutcome.Host => "host",
        RegistrationOutcome.Canceled => "canceled",
        RegistrationOutcome.CanceledButAttended => "canceled, but came",
        RegistrationOutcome.NotAdmitted => "not admitted",
        RegistrationOutcome.NotAdmittedButAttended => "not admitted, but came",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
