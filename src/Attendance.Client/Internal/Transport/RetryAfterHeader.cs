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

        // "Infinity" is a number too, but none of HTTP.
        var text = values.FirstOrDefault()?.Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && text![0] is '.' or (>= '0' and <= '9'))
        {
            // A time beyond all bounds is a wait that nobody begins.
            return seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
                : TimeSpan.MaxValue;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var condition) || condition?.Date is not { } date)
            return null;

        var delay = date - timeProvider.GetUtcNow();
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
