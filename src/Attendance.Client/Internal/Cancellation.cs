namespace Attendance.Client.Internal;

/// <summary>What a caller's cancellation looks like to the caller.</summary>
internal static class Cancellation
{
    /// <summary>The exception with the caller's own token, by which a caller tells it from others, in place of one that is linked to it.</summary>
    public static OperationCanceledException Of(OperationCanceledException exception, CancellationToken caller) =>
        exception.CancellationToken == caller ? exception : new OperationCanceledException(exception.Message, exception, caller);
}
