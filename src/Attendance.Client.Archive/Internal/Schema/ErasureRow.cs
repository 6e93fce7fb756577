namespace Attendance.Client.Archive.Internal;

/// <summary>That something was erased, without saying whom it was about.</summary>
internal sealed class ErasureRow
{
    public long Id { get; set; }

    public DateTimeOffset ErasedAt { get; set; }

    /// <summary><c>person</c> or <c>age</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The time before which everything was erased, or null where a person was.</summary>
    public DateTimeOffset? Before { get; set; }

    public int Reports { get; set; }

    public int Records { get; set; }

    public int ExpectedPeople { get; set; }

    public int Registrations { get; set; }

    public int Hosts { get; set; }

    public int Occurrences { get; set; }

    public int Failures { get; set; }

    public int Runs { get; set; }
}
