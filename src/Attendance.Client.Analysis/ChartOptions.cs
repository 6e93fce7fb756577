namespace Attendance.Client.Analysis;

/// <summary>How attendance is drawn.</summary>
public sealed record ChartOptions
{
    /// <summary>What was attended, such as the meeting's subject, or null, as of a blank text, for no more than that it is about
    /// attendance.</summary>
    /// <value>The default is null.</value>
    public string? Title { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Zone in whose local time all times are shown.</summary>
    /// <value>The default is UTC.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeZoneInfo TimeZone { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = TimeZoneInfo.Utc;

    /// <summary>Who of those registered came, or null to show nothing about registrations.</summary>
    /// <value>The default is null.</value>
    public RegistrationSummary? Registrations { get; init; }

    /// <summary>How late somebody may come, or how early leave, and still not be counted and marked.</summary>
    /// <value>The default is 5 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Tolerance must not be negative.");
    } = TimeSpan.FromMinutes(5);

    /// <summary>How long a page may be with its lists, in bytes of UTF-8: who does not fit is not listed by name, and is in the figures and
    /// pictures all the same.</summary>
    /// <value>The default is 2,000,000, which is room for about 10,000 people. <see cref="int.MaxValue"/> lists all, however many there
    /// are. Figures and pictures, of some 15,000 bytes, are there in any case.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxPageSize
    {
        get;
        init =>
            field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxPageSize must not be negative.");
    } = 2_000_000;
}
