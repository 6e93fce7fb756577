namespace Attendance.Client.Notifications;

/// <summary>Where received notifications wait for being worked on. The default one is in memory and bounded; an application may bring its
/// own, which outlives the process.</summary>
public interface INotificationInbox
{
    /// <summary>Puts a body at the end, and returns false, without waiting, where there is no room: Graph then sends it again
    /// later.</summary>
    ValueTask<bool> TryAddAsync(ReceivedNotifications received, CancellationToken cancellationToken);

    /// <summary>Takes the bodies from the beginning, for as long as the enumeration lasts. One may be removed for good when the next one is
    /// asked for: it has been read by then, and what it tells of is being fetched.</summary>
    IAsyncEnumerable<ReceivedNotifications> ReadAllAsync(CancellationToken cancellationToken);
}
