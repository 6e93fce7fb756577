namespace Attendance.Client.Notifications;

/// <summary>The body of a request of Graph, which holds one notification or several, on its way through an inbox.</summary>
/// <param name="Body">The body, JSON in UTF-8, as it came.</param>
/// <param name="ReceivedAt">When it came, in UTC.</param>
public sealed record ReceivedNotifications(ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt);
