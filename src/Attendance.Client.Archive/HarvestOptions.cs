namespace Attendance.Client.Archive;

/// <summary>How a harvest reads.</summary>
public sealed record HarvestOptions
{
    /// <summary>How far back the first harvest of an organizer reads, and which older reports none reads; null for a year before now, which
    /// is what Graph keeps.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>How far a later harvest looks back before the end of the one before, for reports that were late.</summary>
    /// <value>The default is 7 days. Graph names no longest delay.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan LookBack
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "LookBack must not be negative.");
    } = TimeSpan.FromDays(7);

    /// <summary>How long after its end a report may still grow: one that was read before is read once more then.</summary>
    /// <value>The default is 4 hours.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan SettlingTime
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "SettlingTime must not be negative.");
    } = TimeSpan.FromHours(4);

    /// <summary>Most organizers or virtual events at work at the same time, from 1. Of each organizer at most 4 requests are under way, as
    /// many as Exchange Online takes for one mailbox.</summary>
    /// <value>The default is 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxConcurrency
    {
        get;
        init =>
            field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency must be 1 or more.");
    } = 4;

    /// <summary>Whether to try at once what failed before, and not only when its time has come: 10 minutes after the first failure, then
    /// twice as long each time, up to a day.</summary>
    /// <value>The default is false.</value>
    public bool RetryNow { get; init; }

    /// <summary>Whether to read who registered for webinars and town halls, which an application may and a user may not.</summary>
    /// <value>The default is true.</value>
    public bool IncludeRegistrations { get; init; } = true;

    /// <summary>Told after each organizer and virtual event, from any thread; null for nobody.</summary>
    public IProgress<HarvestProgress>? Progress { get; init; }
}
