namespace Attendance.Client.Notifications.Internal;

/// <summary>One time of going through all subscriptions.</summary>
/// <param name="Now">When it began.</param>
/// <param name="LastSeen">When a node went through them before, or null where none is known to have done.</param>
/// <param name="Existing">What Graph has, asked for once and where it is needed.</param>
internal sealed record RenewalPass(DateTimeOffset Now, DateTimeOffset? LastSeen, Lazy<Task<List<Subscription>>> Existing)
{
    private static readonly TimeSpan PatienceOfGraph = TimeSpan.FromHours(4);

    /// <summary>Since when no node ran, if none did for so long that Graph gave up, or null.</summary>
    public DateTimeOffset? DownSince => Now - LastSeen > PatienceOfGraph ? LastSeen : null;
}
