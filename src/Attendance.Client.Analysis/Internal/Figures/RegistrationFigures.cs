namespace Attendance.Client.Analysis.Internal;

/// <summary>What a summary says about all registrants together, as JSON has it.</summary>
internal sealed record RegistrationFigures(
    int RegistrationCount,
    double? AttendanceRate,
    double? NoShowRate,
    double? WalkInRate,
    double? CancellationRate,
    IReadOnlyDictionary<string, int> Outcomes)
{
    public static RegistrationFigures Of(RegistrationSummary summary)
    {
        // By their names in the rows, also those that nobody has.
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var outcome = RegistrationOutcome.Unknown; outcome <= RegistrationOutcome.NotAdmittedButAttended; outcome++)
            outcomes.Add(outcome.ToString(), summary.Count(outcome));

        return new(
            summary.RegistrationCount, summary.AttendanceRate, summary.NoShowRate, summary.WalkInRate, summary.CancellationRate, outcomes);
    }
}
