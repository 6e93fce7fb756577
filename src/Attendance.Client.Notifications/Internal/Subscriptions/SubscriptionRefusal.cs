using System.Net;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Why Graph did not make a subscription, as far as its answer tells, and what to do.</summary>
internal static class SubscriptionRefusal
{
    /// <summary>What to do, or null where the exception says it already.</summary>
    public static string? RemedyOf(AttendanceRequestException exception, SubscriptionResource resource) => exception.Status switch
    {
        HttpStatusCode.Forbidden =>
            $"Consent to {resource.Permission}. The permission to read the reports is another one.",
        HttpStatusCode.BadRequest when Says(exception, "validation") =>
            "Graph asks the notification URL to give back a token within 10 seconds, in plain text. Check that what listens there runs, " +
            "that the internet reaches it, and that nothing before it wants a sign-in.",
        HttpStatusCode.Conflict =>
            "Graph takes one subscription for an application and this resource. Renew the one that is there, or end it first.",
        _ => null,
    };

    /// <summary>The exception with what to do.</summary>
    public static AttendanceRequestException With(AttendanceRequestException exception, string remedy)
    {
        var message = exception.Remedy is { } old && exception.Message.EndsWith(old, StringComparison.Ordinal)
            ? exception.Message[..^old.Length]
            : exception.Message + " ";
        return new AttendanceRequestException(message + remedy, exception.Status, exception.Reason, exception)
        {
            Remedy = remedy,
            ErrorCode = exception.ErrorCode,
            RequestId = exception.RequestId,
            ClientRequestId = exception.ClientRequestId,
            Attempts = exception.Attempts,
            Date = exception.Date,
            RetryAfter = exception.RetryAfter,
        };
    }

    private static bool Says(AttendanceRequestException exception, string text) =>
        exception.Message.Contains(text, StringComparison.OrdinalIgnoreCase);
}
