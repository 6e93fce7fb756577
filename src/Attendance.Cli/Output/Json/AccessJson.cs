using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>What stands between a user and a report.</summary>
internal sealed record AccessJson(string Outcome, IReadOnlyList<AccessStepJson> Steps)
{
    public static AccessJson Of(AccessDiagnosis diagnosis) => new(
        NameOf(diagnosis.Outcome),
        [
            .. diagnosis.Steps.Select(step => new AccessStepJson(
                $"{char.ToLowerInvariant(step.Kind.ToString()[0])}{step.Kind.ToString()[1..]}", NameOf(step.Outcome), step.Detail,
                step.Remedy)),
        ]);

    private static string NameOf(AccessOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
