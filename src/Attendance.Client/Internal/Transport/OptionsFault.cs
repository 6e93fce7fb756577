using System.Net.Http.Headers;

namespace Attendance.Client.Internal;

/// <summary>What is wrong with <see cref="AttendanceClientOptions"/>.</summary>
internal static class OptionsFault
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>One sentence for each fault, which names the option, the cause and the cure.</summary>
    public static IEnumerable<string> In(AttendanceClientOptions options)
    {
        if (options.Version is not (GraphVersion.V1 or GraphVersion.Beta))
            yield return $"{nameof(options.Version)} is {(int)options.Version}, which is no version of Graph: " +
                "use GraphVersion.V1 or GraphVersion.Beta.";
        if (EndpointFault(options.Endpoint) is { } endpointFault)
            yield return $"{nameof(options.Endpoint)} {endpointFault}";
        if (options.MaxRetries < 0)
            yield return $"{nameof(options.MaxRetries)} is {options.MaxRetries}: use 0 for no retry, or more.";
        if (options.MaxRetryDelay <= TimeSpan.Zero || options.MaxRetryDelay > LongestWait)
            yield return $"{nameof(options.MaxRetryDelay)} is {options.MaxRetryDelay}: " +
                "use more than zero and at most one day, and MaxRetries = 0 for no retry.";
        if ((options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > LongestWait)
            && options.AttemptTimeout != Timeout.InfiniteTimeSpan)
            yield return $"{nameof(options.AttemptTimeout)} is {options.AttemptTimeout}: " +
                "use more than zero and at most one day, or Timeout.InfiniteTimeSpan.";
        if (options.MaxResponseSize is <= 0 or > PooledBody.LargestLimit)
            yield return $"{nameof(options.MaxResponseSize)} is {options.MaxResponseSize}: use 1 to {PooledBody.LargestLimit} bytes.";
        if (options.ApplicationId is { } application && !IsUserAgent(application))
            yield return $"{nameof(options.ApplicationId)} is \"{application}\", which cannot stand in a User-Agent: " +
                "use a name such as \"contoso-lms/2.1\".";
        if (options.TimeProvider is null)
            yield return $"{nameof(options.TimeProvider)} is null: use TimeProvider.System.";
    }

    private static string? EndpointFault(Uri? endpoint)
    {
        const string Cure = "Use one of GraphCloud, such as GraphCloud.Global.";
        if (endpoint is null)
            return $"is null. {Cure}";
        if (!endpoint.IsAbsoluteUri)
            return $"is \"{endpoint}\", which is no absolute URL. {Cure}";
        if (endpoint.Scheme is not "https" && !(endpoint.Scheme is "http" && endpoint.IsLoopback))
            return $"is \"{endpoint}\": a token is sent over HTTPS only, but for a loopback address. {Cure}";
        if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0)
            return "has a query, a fragment or user information, where only scheme, host, port and path belong.";

        var path = endpoint.AbsolutePath.TrimEnd('/');
        return path.EndsWith("/v1.0", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/beta", StringComparison.OrdinalIgnoreCase)
            ? $"is \"{endpoint}\", with a version in it. Leave it out and set {nameof(AttendanceClientOptions.Version)}."
            : null;
    }

    private static bool IsUserAgent(string application)
    {
        using var request = new HttpRequestMessage();
        return ProductInfoHeaderValue.TryParse(application, out _) && request.Headers.UserAgent.TryParseAdd(application);
    }
}
