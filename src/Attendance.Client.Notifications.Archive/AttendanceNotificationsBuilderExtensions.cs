using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Archive;
using Attendance.Client.Notifications.Archive.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// The namespace in which people look for what configures services.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Leads notifications into an archive.</summary>
public static class AttendanceNotificationsBuilderExtensions
{
    /// <summary>Keeps in the <see cref="Attendance.Client.Archive.AttendanceArchive"/> among the services each report that a notification
    /// led to, what was not told of, and what is known of the subscriptions, so that they outlive the process and one of several nodes
    /// renews them at a time.</summary>
    /// <remarks>Nodes that share an archive and a notification URL also share the secret and the certificate. To read what was not told of,
    /// the application needs the permissions of a harvest.</remarks>
    /// <param name="builder">The notifications.</param>
    /// <param name="configure">Says how what was not told of is read.</param>
    public static AttendanceNotificationsBuilder UseArchive(
        this AttendanceNotificationsBuilder builder, Action<NotificationArchiveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new NotificationArchiveOptions();
        configure?.Invoke(options);
        var isAgain = builder.Services.Any(static service => service.ServiceType == typeof(ServiceArchive));
        builder.Services.Replace(ServiceDescriptor.Singleton(options));
        if (isAgain)
            return builder;

        builder.Services.AddSingleton<ServiceArchive>();
        builder.Services.AddSingleton<IValidateOptions<AttendanceNotificationOptions>, MissingArchiveFault>();
        return builder.UseSubscriptionStore<ArchiveSubscriptionStore>()
            .AddReportHandler<ArchivingHandler>()
            .AddGapHandler<ArchivingHandler>();
    }
}
