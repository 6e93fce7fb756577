using Attendance.Client.Notifications.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Attendance.Client.Notifications;

/// <summary>Says who is told of reports, notifications and gaps, and where they wait and are kept.</summary>
public sealed class AttendanceNotificationsBuilder
{
    internal AttendanceNotificationsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Calls a function with each report that a notification led to; if it throws, the report is given again.</summary>
    public AttendanceNotificationsBuilder OnReport(Func<ArrivedReport, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<ReportHandlerMark>();
        Services.AddSingleton<IReportHandler>(new DelegateHandler.OfReports(handle));
        return this;
    }

    /// <summary>Makes a handler in a scope of its own for each report that a notification led to.</summary>
    public AttendanceNotificationsBuilder AddReportHandler<THandler>()
        where THandler : class, IReportHandler
    {
        Services.AddSingleton<ReportHandlerMark>();
        Services.AddScoped<IReportHandler, THandler>();
        return this;
    }

    /// <summary>Registers <see cref="ArrivedReports"/>, a stream of the reports that notifications led to.</summary>
    public AttendanceNotificationsBuilder AddReportStream()
    {
        Services.AddSingleton<ReportHandlerMark>();
        Services.TryAddSingleton<ArrivedReports>();
        Services.AddSingleton<IReportHandler>(static provider => provider.GetRequiredService<ArrivedReports>());
        return this;
    }

    /// <summary>Calls a function with each notification that is Graph's and was not given before, of whatever kind.</summary>
    public AttendanceNotificationsBuilder OnNotification(Func<AttendanceNotification, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<INotificationHandler>(new DelegateHandler.OfNotifications(handle));
        return this;
    }

    /// <summary>Makes a handler in a scope of its own for each notification.</summary>
    public AttendanceNotificationsBuilder AddNotificationHandler<THandler>()
        where THandler : class, INotificationHandler
    {
        Services.AddScoped<INotificationHandler, THandler>();
        return this;
    }

    /// <summary>Calls a function with each time of which a subscription may not have told everything, so that it is read as usual; if it
    /// throws, the time is given again.</summary>
    public AttendanceNotificationsBuilder OnGap(Func<SubscriptionGap, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<ISubscriptionGapHandler>(new DelegateHandler.OfGaps(handle));
        return this;
    }

    /// <summary>Makes a handler in a scope of its own for each gap.</summary>
    public AttendanceNotificationsBuilder AddGapHandler<THandler>()
        where THandler : class, ISubscriptionGapHandler
    {
        Services.AddScoped<ISubscriptionGapHandler, THandler>();
        return this;
    }

    /// <summary>Lets received notifications wait in an inbox of the application's instead of in memory.</summary>
    public AttendanceNotificationsBuilder UseInbox<TInbox>()
        where TInbox : class, INotificationInbox
    {
        Services.Replace(ServiceDescriptor.Singleton<INotificationInbox, TInbox>());
        return this;
    }

    /// <summary>Keeps what is known of subscriptions in a store of the application's instead of in memory.</summary>
    public AttendanceNotificationsBuilder UseSubscriptionStore<TStore>()
        where TStore : class, ISubscriptionStore
    {
        Services.Replace(ServiceDescriptor.Singleton<ISubscriptionStore, TStore>());
        return this;
    }

    /// <summary>Keeps what is known of subscriptions in the store given.</summary>
    public AttendanceNotificationsBuilder UseSubscriptionStore(ISubscriptionStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return this;
    }
}
