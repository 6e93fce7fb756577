using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>What stands between a caller and a report, step by step.</summary>
public sealed record AccessDiagnosis
{
    /// <summary>A diagnosis of these steps.</summary>
    public AccessDiagnosis(IReadOnlyList<AccessStep> steps) =>
        Steps = ValueList.Copy(steps) ?? throw new ArgumentNullException(nameof(steps));

    /// <summary>The steps that were asked about, in the order in which they are tried.</summary>
    public IReadOnlyList<AccessStep> Steps { get; }

    /// <summary>The worst outcome of any step; right where there is none.</summary>
    public AccessOutcome Outcome
    {
        get
        {
            var worst = AccessOutcome.Right;
            foreach (var step in Steps)
                worst = step.Outcome > worst ? step.Outcome : worst;
            return worst;
        }
    }
}
