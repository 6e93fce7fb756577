namespace Attendance.Client;

/// <summary>What is known of a step towards a report.</summary>
public enum AccessOutcome
{
    /// <summary>The step is passed.</summary>
    Right,

    /// <summary>It could not be told, as nothing says so or an earlier step is in the way.</summary>
    Unknown,

    /// <summary>Something is missing, which <see cref="AccessStep.Remedy"/> mends.</summary>
    Missing,
}
