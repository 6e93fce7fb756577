namespace Attendance.Client.Archive;

/// <summary>What a service harvests, how often, and where to.</summary>
public sealed class HarvestServiceOptions
{
    /// <summary>Where it is kept. In a SQLite file one process harvests; over PostgreSQL several share the work.</summary>
    public ArchiveOptions Archive { get; } = new();

    /// <summary>Whose attendance, asked anew in each interval, so that who joins a group is harvested from then on.</summary>
    public Func<IServiceProvider, HarvestScope> Scope { get; set; } = static _ => new HarvestScope();

    /// <summary>How it reads.</summary>
    public HarvestOptions Harvest { get; set; } = new();

    /// <summary>How often each organizer's meetings are harvested. Organizers are spread over it.</summary>
    /// <value>The default is 6 hours. At least 10 seconds.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Most organizers at work at the same time in this process, from 1.</summary>
    /// <value>The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;
}
