namespace Attendance.Client.Notifications;

/// <summary>Is told of times of which a subscription may not have told everything, so that an ordinary reading fills them.</summary>
public interface ISubscriptionGapHandler
{
    /// <summary>Takes a gap. If it throws, it is given the gap again.</summary>
    Task HandleAsync(SubscriptionGap gap, CancellationToken cancellationToken);
}
