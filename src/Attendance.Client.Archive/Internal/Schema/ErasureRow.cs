namespace Attendance.Client.Archive.Internal;

/// <summary>That something was erased, without saying whom it was about.</summary>
internal sealed class ErasureRow
{
    public const string OfPerson = "person";
    public const string OfAge = "age";

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

    public static ErasureRow Of(ErasureResult result, DateTimeOffset at, DateTimeOffset? before = null) => new()
    {
        ErasedAt = at,
        Kind = before is null ? OfPerson : OfAge,
        Before = before,
        Reports = result.Reports,
        Records = result.Records,
        ExpectedPeople = result.ExpectedPeople,
        Registrations = result.Registrations,
        Hosts = result.Hosts,
        Occurrences = result.Occurrences,
        Failures = result.Failures,
        Runs = result.Runs,
    };
}
