using Attendance.Client.Archive;

namespace Attendance.Client.Notifications.Archive;

/// <summary>How what Graph did not tell of is read into an archive.</summary>
public class NotificationArchiveOptions
{
    /// <summary>What is harvested where a subscription that names no event or meeting did not tell everything, such as one to the records
    /// of all calls; null leaves that to the application's ordinary harvest.</summary>
    public HarvestScope? Scope { get; set; }

    /// <summary>How gaps are harvested.</summary>
    /// <value>The default tries at once what failed before, and reads registrations only where they are what is subscribed to.</value>
    public HarvestOptions Harvest { get; set; } = new() { RetryNow = true, IncludeRegistrations = false };
}
