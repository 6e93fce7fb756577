using System.Runtime.CompilerServices;
using Attendance.Client.Notifications.Internal;

namespace Attendance.Client.Notifications;

/// <summary>Subscribes to what Graph tells of attendance: makes, lists, renews and ends subscriptions.</summary>
/// <remarks>Thread-safe; keep one for the life of the application. It sends over the connection of the client that it is made of.
/// See <see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.</remarks>
public class AttendanceSubscriptions
{
    private readonly SubscriptionRequests? _requests;
    private readonly TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>Subscriptions of whoever the client's credential acts for.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="timeProvider">The clock, or null for the machine's.</param>
    public AttendanceSubscriptions(AttendanceClient client, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _requests = new SubscriptionRequests(client);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>For mocks, which override the methods that they need.</summary>
    protected AttendanceSubscriptions()
    {
    }

    private SubscriptionRequests Requests => _requests ?? throw new NotSupportedException(
        "This was made by the constructor for mocks, and the member that was called is not overridden. " +
        "Override it, or use another constructor.");

    /// <summary>Subscribes. Before it answers, Graph asks the notification URL to give back a token, so what listens there runs
    /// already.</summary>
    /// <remarks>
    /// Graph takes one subscription for an application, an event and what is told of it. A request that fails without an answer may have
    /// made one all the same: <see cref="ListAsync"/> tells. Needs <see cref="SubscriptionResource.Permission"/>.
    /// See <see href="https://learn.microsoft.com/graph/api/subscription-post-subscriptions"/>.
    /// </remarks>
    /// <param name="resource">What to be told of.</param>
    /// <param name="options">Where to be told.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">An option is not valid, or the resource is of a kind that this library does not
    /// know.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not make the subscription.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<Subscription> CreateAsync(
        SubscriptionResource resource, SubscriptionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(options);
        if (resource.Changes is null)
        {
            throw new ArgumentException(
                $"\"{resource}\" is none of the resources that tell of attendance. Make one with a method of SubscriptionResource.",
                nameof(resource));
        }

        var faults = string.Join(" ", SubscriptionFault.In(options, resource));
        return faults.Length == 0
            ? Requests.CreateAsync(resource, options, ExpiryOf(resource, options.Lifetime), cancellationToken)
            : throw new ArgumentException(faults, nameof(options));
    }

    /// <summary>All subscriptions that the caller may see, to whatever resources.</summary>
    /// <remarks>Nothing is sent before enumeration, and each enumeration asks anew.
    /// See <see href="https://learn.microsoft.com/graph/api/subscription-list"/>.</remarks>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual async IAsyncEnumerable<Subscription> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var subscription in Requests.ListAsync(cancellationToken).ConfigureAwait(false))
            yield return subscription;
    }

    /// <summary>A subscription by its id.</summary>
    /// <remarks>See <see href="https://learn.microsoft.com/graph/api/subscription-get"/>.</remarks>
    /// <param name="id">Id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not give the answer that was asked for.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<Subscription> GetAsync(string id, CancellationToken cancellationToken = default) =>
        Requests.GetAsync(EventId.Check(id), cancellationToken);

    /// <summary>Lets a subscription live on for as long as Graph lets one of its resource, which also authorizes it anew.</summary>
    /// <remarks>See <see href="https://learn.microsoft.com/graph/api/subscription-update"/>.</remarks>
    /// <param name="subscription">The subscription.</param>
    /// <param name="lifetime">How long it lives from now on, or null for the longest.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive, or longer than Graph lets one.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not renew it; <see cref="AttendanceErrorReason.NotFound"/> says that it has
    /// ended.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<Subscription> RenewAsync(
        Subscription subscription, TimeSpan? lifetime = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return RenewAsync(subscription.Id, subscription.Resource, lifetime, cancellationToken);
    }

    /// <summary>Lets a subscription live on, which also authorizes it anew.</summary>
    /// <remarks>See <see href="https://learn.microsoft.com/graph/api/subscription-update"/>.</remarks>
    /// <param name="id">Id of the subscription.</param>
    /// <param name="resource">What it watches, which says how long it may live, or null for a day at most.</param>
    /// <param name="lifetime">How long it lives from now on, or null for the longest.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive, or longer than Graph lets one.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not renew it; <see cref="AttendanceErrorReason.NotFound"/> says that it has
    /// ended.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task<Subscription> RenewAsync(
        string id, SubscriptionResource? resource, TimeSpan? lifetime = null, CancellationToken cancellationToken = default)
    {
        EventId.Check(id);
        if (SubscriptionFault.OfLifetime(lifetime, resource) is { } fault)
            throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, fault);

        return Requests.RenewAsync(id, ExpiryOf(resource, lifetime), cancellationToken);
    }

    /// <summary>Ends a subscription. One that has ended already is no error.</summary>
    /// <remarks>See <see href="https://learn.microsoft.com/graph/api/subscription-delete"/>.</remarks>
    /// <param name="id">Id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, or has characters that none of Graph's has.</exception>
    /// <exception cref="AttendanceRequestException">Graph did not end it.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public virtual Task EndAsync(string id, CancellationToken cancellationToken = default) =>
        Requests.EndAsync(EventId.Check(id), cancellationToken);

    // A minute less than Graph's limit, as its clock may be behind.
    private DateTimeOffset ExpiryOf(SubscriptionResource? resource, TimeSpan? lifetime) =>
        _timeProvider.GetUtcNow() + (lifetime ?? LongestOf(resource) - TimeSpan.FromMinutes(1));

    internal static TimeSpan LongestOf(SubscriptionResource? resource) => resource?.MaxLifetime ?? TimeSpan.FromDays(1);
}
