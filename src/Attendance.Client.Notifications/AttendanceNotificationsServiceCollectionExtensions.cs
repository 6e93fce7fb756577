using Attendance.Client;
using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// The namespace in which people look for Add methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what takes notifications and keeps subscriptions alive.</summary>
public static class AttendanceNotificationsServiceCollectionExtensions
{
    /// <summary>Registers what takes notifications, keeps subscriptions alive and fetches reports. <c>AddAttendanceClient</c> registers the
    /// client that it uses, and <c>MapAttendanceNotifications</c> gives it an address.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options, which are checked when the host starts.</param>
    /// <returns>Says who is told.</returns>
    public static AttendanceNotificationsBuilder AddAttendanceNotifications(
        this IServiceCollection services, Action<AttendanceNotificationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<AttendanceNotificationOptions>();
        if (configure is not null)
            options.Configure(configure);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AttendanceNotificationOptions>, NotificationOptionsFault>());

        services.AddHttpClient(typeof(NotificationReader).FullName!);
        services.TryAddSingleton(static provider => new NotificationReader(
            OptionsOf(provider),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(typeof(NotificationReader).FullName!)));
        services.TryAddSingleton<INotificationInbox>(static provider => new BoundedInbox(OptionsOf(provider).InboxCapacity));
        services.TryAddSingleton<ISubscriptionStore, InMemorySubscriptionStore>();
        services.TryAddSingleton(static provider => new AttendanceSubscriptions(
            provider.GetRequiredService<AttendanceClient>(), OptionsOf(provider).TimeProvider));
        services.TryAddSingleton<HandlerCalls>();
        services.TryAddSingleton<ReportArrival>();
        services.TryAddSingleton(static provider => new NotificationEndpoint(
            OptionsOf(provider),
            provider.GetRequiredService<NotificationReader>(),
            provider.GetRequiredService<INotificationInbox>(),
            provider.GetRequiredService<ILogger<NotificationEndpoint>>()));
        services.TryAddSingleton(static provider => new SubscriptionRenewer(
            provider.GetRequiredService<AttendanceSubscriptions>(),
            provider.GetRequiredService<ISubscriptionStore>(),
            provider.GetRequiredService<IOptions<AttendanceNotificationOptions>>(),
            provider.GetRequiredService<HandlerCalls>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILogger<SubscriptionRenewer>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, NotificationWorker>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SubscriptionRenewer>(
            static provider => provider.GetRequiredService<SubscriptionRenewer>()));
        return new AttendanceNotificationsBuilder(services);
    }

    private static AttendanceNotificationOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<AttendanceNotificationOptions>>().Value;
}
