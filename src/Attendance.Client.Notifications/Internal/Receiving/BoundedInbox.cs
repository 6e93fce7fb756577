using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The inbox in memory.</summary>
internal sealed class BoundedInbox(int capacity) : INotificationInbox
{
    private readonly Channel<ReceivedNotifications> _channel =
        Channel.CreateBounded<ReceivedNotifications>(new BoundedChannelOptions(capacity) { SingleReader = true });

    public ValueTask<bool> TryAddAsync(ReceivedNotifications received, CancellationToken cancellationToken) =>
        new(_channel.Writer.TryWrite(received));

    /// <summary>Takes what is left when nothing more comes.</summary>
    public bool TryTake([NotNullWhen(true)] out ReceivedNotifications? received) => _channel.Reader.TryRead(out received);

    public IAsyncEnumerable<ReceivedNotifications> ReadAllAsync(CancellationToken cancellationToken) =>
        _channel.Reader.ReadAllAsync(cancellationToken);
}
