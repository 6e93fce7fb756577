namespace Attendance.Client.Notifications;

/// <summary>What an application is told of, how notifications are checked, and how much of them is taken.</summary>
public class AttendanceNotificationOptions : SubscriptionOptions
{
    /// <summary>What is subscribed to when the application starts, and kept alive.</summary>
    public IList<SubscriptionResource> Subscriptions { get; } = [];

    /// <summary>Other secrets that notifications may repeat, such as the one before
    /// <see cref="SubscriptionOptions.ClientState"/>.</summary>
    public IList<string> OtherClientStates { get; } = [];

    /// <summary>Certificates that open encrypted notifications, with their private keys, beside
    /// <see cref="SubscriptionOptions.EncryptionCertificate"/>.</summary>
    public IList<NotificationCertificate> OtherCertificates { get; } = [];

    /// <summary>Id of the application that subscribes, to which the tokens beside encrypted notifications are issued, or null where nothing
    /// is encrypted.</summary>
    /// <value>The default is null: encrypted notifications are then not trusted.</value>
    public string? ApplicationId { get; set; }

    /// <summary>Ids of the tenants whose notifications are taken, or empty for those of any tenant.</summary>
    public IList<string> TenantIds { get; } = [];

    /// <summary>Where the tokens beside encrypted notifications are issued, without a tenant.</summary>
    /// <value>The default is <c>https://login.microsoftonline.com</c>; national clouds have others.</value>
    public Uri Authority { get; set; } = new("https://login.microsoftonline.com");

    /// <summary>The largest body that is read, in bytes.</summary>
    /// <value>The default is 1,048,576, that is 1 MiB.</value>
    public int MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>How long a body may take to arrive. Graph wants an answer within 3 seconds.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Most requests a second that are read, beyond which the answer is 429; Graph sends those again later.</summary>
    /// <value>The default is 2,000.</value>
    public int MaxRequestsPerSecond { get; set; } = 2000;

    /// <summary>Most bodies that wait in memory, beyond which the answer is 503; Graph sends those again later.</summary>
    /// <value>The default is 20,000.</value>
    public int InboxCapacity { get; set; } = 20_000;

    /// <summary>How many reports are fetched, and handlers called, at once.</summary>
    /// <value>The default is 8.</value>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>How many meetings are waited for at once after their calls have ended. Beyond it a meeting is left to the next ordinary
    /// reading, and counted.</summary>
    /// <value>The default is 1,000.</value>
    public int MaxWaits { get; set; } = 1000;

    /// <summary>How long to wait for the report of a meeting after its call has ended.</summary>
    /// <value>The default is 6 hours.</value>
    public TimeSpan WaitTimeout { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long to wait between two questions for such a report.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan WaitInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a report that cannot be read is asked for, with a longer wait each time, before it is given up and
    /// counted.</summary>
    /// <value>The default is 5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The clock, to be replaced in tests.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
