namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What became of the registrations.</summary>
internal static class RegistrationsTable
{
    // Those who did not come are what one looks for, and in the table above is everybody else.
    public static IEnumerable<Markup> RowsOf(Drawing drawing) =>
        drawing.Options.Registrations is not { } registrations ? []
        : registrations.Registrants.OrderBy(static registrant => OrderOf(registrant.Outcome))
            .Select(registrant => Row(registrant, drawing.Wording));

    public static Markup Of(Drawing drawing, Rows rows)
    {
        var (wording, texts) = (drawing.Wording, drawing.Texts);
        var more = drawing.Options.Registrations!.Registrants.Count - rows.Count;
        return new Markup().Add($"""
            <section>
            <h2 id="registrations">{texts.Registrations}</h2>
            <p class="note">{texts.RegistrationsNote}{(more == 0 ? "" : $" {wording.Plural(texts.RegistrationsNotListed, more)}")}</p>
            <table class="plain" aria-labelledby="registrations">
            <thead><tr><th scope="col">{texts.Name}</th><th scope="col">{texts.Outcome}</th><th scope="col">{texts.RegistrationStatus}</th></tr></thead>
            <tbody>
            {rows.Markup}</tbody>
            </table>
            </section>
            """);
    }

    private static Markup Row(RegistrantSummary registrant, Wording wording)
    {
        var registration = registrant.Registration;
        var attendee = registrant.Attendee is { } came ? wording.NameOf(came) : null;
        var name = Wording.FirstOf($"{registration?.FirstName} {registration?.LastName}", registration?.Email, attendee, registration?.Id)
            ?? wording.Texts.NoName;
        var row = new Markup().Add($"<tr><th>{name}");
        Add(row, registration?.Answers ?? [], wording);
        return row.Add($"<td>{InWords(registrant.Outcome, wording.Texts)}<td>{registration?.Status?.Value}\n");
    }

    private static void Add(Markup row, IReadOnlyList<RegistrationAnswer> answers, Wording wording)
    {
        var given = answers
            .Select(answer => (Question: Wording.FirstOf(answer.DisplayName, answer.QuestionId), Answer: InWords(answer, wording.Texts)))
            .Where(static one => one.Answer is not null).ToList();
        if (given.Count == 0)
            return;

        row.Add($"<details><summary>{wording.Plural(wording.Texts.Answers, given.Count)}</summary><dl>");
        foreach (var (question, answer) in given)
            row.Add($"<dt>{question ?? "?"}<dd>{answer}");
        row.Add($"</dl></details>");
    }

    private static string? InWords(RegistrationAnswer answer, ChartTexts texts) => Wording.FirstOf(
        answer.Value, answer.BooleanValue is { } isYes ? isYes ? texts.Yes : texts.No : null, string.Join("; ", answer.Choices));

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

    private static string InWords(RegistrationOutcome outcome, ChartTexts texts) => outcome switch
    {
        RegistrationOutcome.NoShow => texts.OutcomeNoShow,
        RegistrationOutcome.NotAdmitted => texts.OutcomeNotAdmitted,
        RegistrationOutcome.Canceled => texts.OutcomeCanceled,
        RegistrationOutcome.WalkIn => texts.OutcomeWalkIn,
        RegistrationOutcome.CanceledButAttended => texts.OutcomeCanceledButAttended,
        RegistrationOutcome.NotAdmittedButAttended => texts.OutcomeNotAdmittedButAttended,
        RegistrationOutcome.Attended => texts.OutcomeAttended,
        RegistrationOutcome.Host => texts.OutcomeHost,
        _ => texts.OutcomeUnknown,
    };
}
