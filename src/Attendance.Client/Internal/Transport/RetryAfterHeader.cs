using System.Globalization;
using System.Net.Http.Headers;

namespace Attendance.Client.Internal;

/// <summary>Reads <c>Retry-After</c>: seconds, which Graph may send with a fraction, or an HTTP date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to wait, never negative, or null where the header is missing or unreadable.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        if (!headers.TryGetValues("Retry-After", out var values))
            return null;

        // No sign is allowed in the number, but "-Infinity" is a number of its own.
        var text = values.FirstOrDefault();
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
                : null;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var condition) || condition?.Date is not { } date)
            return null;

        var delay = date - timeProvider.GetUtcNow();
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
