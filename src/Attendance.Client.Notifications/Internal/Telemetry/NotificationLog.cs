using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The package's log messages. None holds a secret, a token, a name or an id of a person.</summary>
internal static partial class NotificationLog
{
    /// <summary>A message to put into another, which has a stop of its own.</summary>
    public static string Sentence(Exception exception) => exception.Message.TrimEnd('.');

    [LoggerMessage(101, LogLevel.Warning,
        "Notifications that did not repeat the clientState were left out, {Count} since the last such message. Somebody forges them, or " +
        "a subscription was made with another secret: name that one in OtherClientStates.")]
    public static partial void Forged(this ILogger logger, long count);

    [LoggerMessage(102, LogLevel.Error,
        "The inbox of notifications is full, so that Graph is asked to send them again later. Raise InboxCapacity, or let handlers be " +
        "faster.")]
    public static partial void InboxIsFull(this ILogger logger);

    [LoggerMessage(103, LogLevel.Error, "What was received could not be read: {Error}. It was left out after {Attempts} attempts.")]
    public static partial void NotRead(this ILogger logger, string error, int attempts);

    [LoggerMessage(104, LogLevel.Error,
        "A report that a notification told of could not be fetched or handled: {Error}. It was left out after {Attempts} attempts, and " +
        "the next ordinary reading finds it.")]
    public static partial void NotFetched(this ILogger logger, Exception exception, string error, int attempts);

    [LoggerMessage(105, LogLevel.Error, "A handler of notifications failed.")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(106, LogLevel.Warning,
        "More than {Count} meetings are waited for, so that this one is left to the next ordinary reading. Raise MaxWaits if that " +
        "happens often.")]
    public static partial void TooManyWaits(this ILogger logger, int count);

    [LoggerMessage(107, LogLevel.Warning,
        "The subscription to {Kind} could not be made or renewed: {Error}. The next attempt follows in {Delay}.")]
    public static partial void NotRenewed(
        this ILogger logger, Exception exception, SubscriptionResourceKind kind, string error, TimeSpan delay);

    [LoggerMessage(108, LogLevel.Warning,
        "The subscription to {Kind} may not have told of everything from {From:u} until {Until:u}: {Reason}.")]
    public static partial void Gap(
        this ILogger logger, SubscriptionResourceKind kind, DateTimeOffset? from, DateTimeOffset until, SubscriptionGapReason reason);

    [LoggerMessage(109, LogLevel.Information, "The subscription to {Kind} was {Change}, and ends at {ExpiresAt:u} unless it is renewed.")]
    public static partial void Subscribed(this ILogger logger, SubscriptionResourceKind kind, string change, DateTimeOffset? expiresAt);

    [LoggerMessage(110, LogLevel.Error, "The store of subscriptions failed. The next attempt follows in {Delay}.")]
    public static partial void StoreFailed(this ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(111, LogLevel.Error,
        "What the subscription to {Kind} did not tell of could not be handled: {Error}. The next attempt follows in {Delay}.")]
    public static partial void GapNotHandled(
        this ILogger logger, Exception exception, SubscriptionResourceKind kind, string error, TimeSpan delay);

    [LoggerMessage(112, LogLevel.Warning, "The right to renew could not be given back, so that another node waits three minutes for it.")]
    public static partial void NotReleased(this ILogger logger, Exception exception);
}
