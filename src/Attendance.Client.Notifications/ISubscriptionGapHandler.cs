namespace Attendance.Client.Notifications;

/// <summary>Is told of times of which a subscription may not have told everything, so that an ordinary reading fills them.</summary>
public interface ISubscriptionGapHandler
{
    /// <summary>Takes a gap. What it throws is logged.</summary>
    Task HandleAsync(SubscriptionGap gap, CancellationToken cancellationToken);
}
