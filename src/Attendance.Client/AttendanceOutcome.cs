using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>What became of one of many sources: its reports, or the error that kept them away.</summary>
public sealed record AttendanceOutcome
{
    /// <summary>The outcome of a source that was read.</summary>
    public AttendanceOutcome(AttendanceSource source, IReadOnlyList<AttendanceReport> reports)
    {
        Source = source ?? throw new ArgumentNullException(nameof(source));
        Reports = ValueList.Copy(reports ?? throw new ArgumentNullException(nameof(reports)));
    }

    /// <summary>The outcome of a source that failed.</summary>
    public AttendanceOutcome(AttendanceSource source, Exception error)
    {
        Source = source ?? throw new ArgumentNullException(nameof(source));
        Error = error ?? throw new ArgumentNullException(nameof(error));
    }

    /// <summary>Where attendance was taken.</summary>
    public AttendanceSource Source { get; }

    /// <summary>The reports of the source, empty where there is none yet, or null where it failed.</summary>
    public IReadOnlyList<AttendanceReport>? Reports { get; }

    /// <summary>What the methods for a single source would have thrown, or null where it was read.</summary>
    public Exception? Error { get; }

    /// <summary>Whether the source was read.</summary>
    [MemberNotNullWhen(true, nameof(Reports))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The reports, or the error thrown.</summary>
    public IReadOnlyList<AttendanceReport> GetReports()
    {
        if (!IsSuccess)
            ExceptionDispatchInfo.Capture(Error).Throw();

        return Reports!;
    }
}
