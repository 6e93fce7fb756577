namespace Attendance.Client.Internal;

/// <summary>Exceptions for a request that got no whole answer.</summary>
internal static class ConnectionFailure
{
    public static HttpRequestException After(int attempts, HttpRequestException last) =>
        Like(last, $"{last.Message.TrimEnd('.')}. That was attempt {attempts}, the last one.");

    public static HttpRequestException Timeout(TimeSpan timeout, Exception cause) => new(
        $"There was no whole answer within {timeout.TotalSeconds:0.###} seconds, " +
        "the AttemptTimeout of the options, or within the HttpClient's own Timeout.",
        new TimeoutException(cause.Message, cause));

    public static HttpRequestException BrokenBody(Exception cause) => new("The connection broke while the answer was read.", cause);

    public static HttpRequestException Rejected(Exception cause) =>
        new($"A resilience handler of the application's HttpClient ended the attempt: {cause.Message}", cause);

    private static HttpRequestException Like(HttpRequestException exception, string message) =>
#if NET
        new(exception.HttpRequestError, message, exception, exception.StatusCode);
#else
        new(message, exception);
#endif
}
