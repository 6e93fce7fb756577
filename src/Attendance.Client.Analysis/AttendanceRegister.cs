using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Who of those expected came, session by session: people by occurrences.</summary>
/// <remarks>Registers compare by value, lists included.</remarks>
public sealed record AttendanceRegister
{
    /// <summary>The sessions, in order of time, those without a time last: the columns.</summary>
    public IReadOnlyList<RegisterSession> Sessions
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegisterSession>.Empty;
    } = ValueList<RegisterSession>.Empty;

    /// <summary>Everybody who came or was expected: those who came in order of their first record, then those who never came in the order
    /// of the lists; the rows.</summary>
    public IReadOnlyList<RegisterPerson> People
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegisterPerson>.Empty;
    } = ValueList<RegisterPerson>.Empty;

    /// <summary>Who counts as late and as present.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceThresholds Thresholds { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>Makes the register of occurrences, whose reports have their records.</summary>
    /// <remarks>
    /// Each occurrence is measured against its own plan. One without a report is a column all the same, in which nothing is known. Time
    /// and memory grow with people times occurrences.
    /// </remarks>
    /// <exception cref="ArgumentException">An occurrence or report is null, or a report was read without its records.</exception>
    public static AttendanceRegister Of(IEnumerable<AttendanceOccurrence> occurrences, RegisterOptions? options = null) =>
        RegisterMaker.Make(occurrences ?? throw new ArgumentNullException(nameof(occurrences)), options ?? new RegisterOptions());
}
