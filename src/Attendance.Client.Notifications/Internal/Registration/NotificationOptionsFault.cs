using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Checks the options when the host starts.</summary>
internal sealed class NotificationOptionsFault : IValidateOptions<AttendanceNotificationOptions>
{
    private static readonly TimeSpan LeastKeptLifetime = TimeSpan.FromMinutes(15);

    public ValidateOptionsResult Validate(string? name, AttendanceNotificationOptions options)
    {
        var faults = SubscriptionFault.In(options, needsUrl: options.Subscriptions.Count > 0).Concat(In(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> In(AttendanceNotificationOptions options)
    {
        foreach (var resource in options.Subscriptions.Where(static resource => resource.Changes is null))
            yield return $"{nameof(options.Subscriptions)} has \"{resource}\", which tells of no attendance. Leave it out.";
        foreach (var resource in options.Subscriptions)
        {
            if (SubscriptionFault.OfLifetime(options.Lifetime, resource) is { } fault)
                yield return $"{nameof(options.Lifetime)} does not do for {resource}: {fault}";
        }

        if (options.Lifetime >= TimeSpan.FromMinutes(1) && options.Lifetime < LeastKeptLifetime)
        {
            yield return $"{nameof(options.Lifetime)} is {options.Lifetime}, and a subscription is looked at once a minute and renewed " +
                $"when a third of its life is left. Use {LeastKeptLifetime} or more, or null for the longest.";
        }

        if (options.EncryptionCertificate is not null && options.ApplicationId is null)
        {
            yield return $"{nameof(options.ApplicationId)} is null, and encrypted notifications are trusted only with a token that is " +
                "issued to the application. Set the application (client) ID.";
        }

        if (options.EncryptionCertificate is { HasPrivateKey: false })
        {
            yield return $"{nameof(options.EncryptionCertificate)} has no private key, so that nothing encrypted with it can be read. " +
                "Load it with its key.";
        }

        (string Name, int Value)[] numbers =
        [
            (nameof(options.MaxBodySize), options.MaxBodySize),
            (nameof(options.MaxRequestsPerSecond), options.MaxRequestsPerSecond),
            (nameof(options.InboxCapacity), options.InboxCapacity),
            (nameof(options.MaxConcurrency), options.MaxConcurrency),
            (nameof(options.MaxWaits), options.MaxWaits),
            (nameof(options.MaxAttempts), options.MaxAttempts),
        ];
        foreach (var (number, value) in numbers)
        {
            if (value < 1)
                yield return $"{number} is {value}: use 1 or more.";
        }

        if (options.MaxBodySize > 64 * 1024 * 1024)
            yield return $"{nameof(options.MaxBodySize)} is {options.MaxBodySize}: use 64 MiB at most.";
        if (options.BodyTimeout <= TimeSpan.Zero || options.BodyTimeout > TimeSpan.FromMinutes(10))
            yield return $"{nameof(options.BodyTimeout)} is {options.BodyTimeout}: use more than zero and at most 10 minutes.";
        if (options.WaitInterval < TimeSpan.FromSeconds(1) || options.WaitInterval > TimeSpan.FromDays(1))
            yield return $"{nameof(options.WaitInterval)} is {options.WaitInterval}: use 1 second to 1 day.";
        if (options.WaitTimeout < TimeSpan.Zero || options.WaitTimeout > TimeSpan.FromDays(30))
            yield return $"{nameof(options.WaitTimeout)} is {options.WaitTimeout}: use zero to 30 days.";
        if (options.TimeProvider is null)
            yield return $"{nameof(options.TimeProvider)} is null: use TimeProvider.System.";
    }
}
