using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>What became of one of many organizers: the occurrences in the calendar, or the error that kept them away.</summary>
public sealed record OccurrencesOutcome
{
    /// <summary>The outcome of an organizer whose calendar was read.</summary>
    public OccurrencesOutcome(Organizer organizer, IReadOnlyList<AttendanceOccurrence> occurrences)
    {
        Organizer = organizer ?? throw new ArgumentNullException(nameof(organizer));
        Occurrences = ValueList.Copy(occurrences ?? throw new ArgumentNullException(nameof(occurrences)));
    }

    /// <summary>The outcome of an organizer whose calendar failed.</summary>
    public OccurrencesOutcome(Organizer organizer, Exception error)
    {
        Organizer = organizer ?? throw new ArgumentNullException(nameof(organizer));
        Error = error ?? throw new ArgumentNullException(nameof(error));
    }

    /// <summary>Whose calendar.</summary>
    public Organizer Organizer { get; }

    /// <summary>The occurrences, empty where there is none, or null where the calendar failed. One whose own meeting failed is among them,
    /// with its <see cref="AttendanceOccurrence.Error"/>.</summary>
    public IReadOnlyList<AttendanceOccurrence>? Occurrences { get; }

    /// <summary>What the method for a single organizer would have thrown, or null where the calendar was read.</summary>
    public Exception? Error { get; }

    /// <summary>Whether the calendar was read.</summary>
    [MemberNotNullWhen(true, nameof(Occurrences))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The occurrences, or the error thrown.</summary>
    public IReadOnlyList<AttendanceOccurrence> GetOccurrences()
    {
        if (!IsSuccess)
            ExceptionDispatchInfo.Capture(Error).Throw();

        return Occurrences!;
    }
}
