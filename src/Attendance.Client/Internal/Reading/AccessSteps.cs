namespace Attendance.Client.Internal;

/// <summary>The steps of a diagnosis while it is made.</summary>
internal sealed class AccessSteps(AccessStepKind last)
{
    private readonly AccessStep?[] _steps = new AccessStep?[(int)last + 1];

    public AccessStep? this[AccessStepKind kind] => _steps[(int)kind];

    public void Set(AccessStepKind kind, AccessOutcome outcome, string detail, string? remedy = null) =>
        _steps[(int)kind] = new AccessStep(kind, outcome, detail, remedy);

    /// <summary>Has Graph's own answer decide what the token left open, or said otherwise.</summary>
    public void Pass(AccessStepKind kind, string detail)
    {
        if (this[kind]?.Outcome != AccessOutcome.Right)
            Set(kind, AccessOutcome.Right, detail);
    }

    /// <summary>The diagnosis, in which what nobody came to is not known.</summary>
    public AccessDiagnosis ToDiagnosis()
    {
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i] ??= new AccessStep(
                (AccessStepKind)i, AccessOutcome.Unknown, "Not checked, because another step failed.");
        }

        return new AccessDiagnosis(_steps!);
    }
}
