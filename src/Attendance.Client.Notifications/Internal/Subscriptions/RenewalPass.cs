namespace Attendance.Client.Notifications.Internal;

/// <summary>One time of going through all subscriptions.</summary>
/// <param name="Now">When it began.</param>
/// <param name="DownSince">Since when no node ran, if none did for long, or null.</param>
/// <param name="Existing">What Graph has, asked for once and where it is needed.</param>
internal sealed record RenewalPass(DateTimeOffset Now, DateTimeOffset? DownSince, Lazy<Task<List<Subscription>>> Existing);
