namespace Attendance.Client.Notifications;

/// <summary>Why nothing was told of for a time.</summary>
public enum SubscriptionGapReason
{
    /// <summary>The subscription ended before it was renewed.</summary>
    Expired,

    /// <summary>Graph took the subscription away.</summary>
    Removed,

    /// <summary>Graph says that it lost notifications.</summary>
    Missed,

    /// <summary>Notifications were taken and led to nothing, as the application stopped, or failed to handle them for too long.</summary>
    Undelivered,

    /// <summary>No node of the application ran for longer than Graph keeps trying.</summary>
    Down,

    /// <summary>What became of the subscription before is not known, as nothing was kept of it.</summary>
    Forgotten,

    /// <summary>The application now has another secret, certificate or lifecycle address than the subscription was made with.</summary>
    Reconfigured,
}
