namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What became of the registrations.</summary>
internal static class RegistrationsTable
{
    // Those who did not come are what one looks for, and in the table above is everybody else.
    public static IEnumerable<Markup> RowsOf(RegistrationSummary? registrations) =>
        registrations is null ? [] : registrations.Registrants.OrderBy(static registrant => OrderOf(registrant.Outcome)).Select(Row);

    public static Markup Of(RegistrationSummary registrations, Rows rows)
    {
        var more = registrations.Registrants.Count - rows.Count;
        return new Markup().Add($"""
            <section>
            <h2 id="registrations">Registrations</h2>
            <p class="note">Those who did not come are listed first.{(more == 0 ? "" : $" {ChartText.Number(more)} more are not listed here; all are in the figures above.")}</p>
            <div class="scroll" role="region" aria-labelledby="registrations" tabindex="0">
            <table class="people" aria-labelledby="registrations">
            <thead><tr><th scope="col">Name</th><th scope="col">Outcome</th><th scope="col">Status of the registration</th></tr></thead>
            <tbody>
            {rows.Markup}</tbody>
            </table>
            </div>
            </section>
            """);
    }

    private static Markup Row(RegistrantSummary registrant)
    {
        var registration = registrant.Registration;
        var attendee = registrant.Attendee is { } came ? ChartText.NameOf(came) : null;
        var name = ChartText.FirstOf($"{registration?.FirstName} {registration?.LastName}", registration?.Email, attendee, registration?.Id)
            ?? "(no name)";
        return new Markup().Add($"<tr><th>{name}<td>{InWords(registrant.Outcome)}<td>{registration?.Status?.Value}\n");
    }

    private static int OrderOf(RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.NoShow => 0,
        RegistrationOutcome.Unknown => 1,
        RegistrationOutcome.NotAdmitted => 2,
        RegistrationOutcome.Canceled => 3,
        RegistrationOutcome.WalkIn => 4,
        RegistrationOutcome.CanceledButAttended => 5,
        RegistrationOutcome.NotAdmittedButAttended => 6,
        RegistrationOutcome.Attended => 7,
        _ => 8,
    };

    private static string InWords(RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.NoShow => "did not come",
        RegistrationOutcome.NotAdmitted => "not admitted, did not come",
        RegistrationOutcome.Canceled => "canceled",
        RegistrationOutcome.WalkIn => "came without a registration",
        RegistrationOutcome.CanceledButAttended => "canceled, but came",
        RegistrationOutcome.NotAdmittedButAttended => "not admitted, but came",
        RegistrationOutcome.Attended => "came",
        RegistrationOutcome.Host => "organizer or presenter",
        _ => "did not come, status unknown",
    };
}
