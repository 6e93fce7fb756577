namespace Attendance.Client.Internal;

/// <summary>What a caller's cancellation looks like to the caller.</summary>
internal static class Cancellation
{
    /// <summary>The exception with the caller's own token, by which a caller tells it from others, in place of one that is linked to it.</summary>
    public static OperationCanceledException Of(Exception exception, CancellationToken caller) =>
        exception is OperationCanceledException cancelled && cancelled.CancellationToken == caller ? cancelled : new OperationCanceledException(exception.Message, exception, caller);
}
