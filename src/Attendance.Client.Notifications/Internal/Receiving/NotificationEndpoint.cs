using System.Buffers;
using System.IO.Pipelines;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>
/// Answers what is sent to the notification address: a token in plain text while a subscription is made, and 202 for notifications once
/// they are in the inbox. Whoever forges some learns nothing: they get 202 too.
/// </summary>
internal sealed class NotificationEndpoint : IDisposable
{
    // Graph's tokens have some 200 characters.
    private const int MaxTokenLength = 2048;

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private readonly AttendanceNotificationOptions _options;
    private readonly NotificationReader _reader;
    private readonly INotificationInbox _inbox;
    private readonly ILogger _logger;
    private readonly TokenBucketRateLimiter _limiter;
    private readonly Lock _forgeries = new();
    private DateTimeOffset _warnAgainAt = DateTimeOffset.MinValue;
    private long _forged;

    public NotificationEndpoint(
        AttendanceNotificationOptions options, NotificationReader reader, INotificationInbox inbox, ILogger<NotificationEndpoint> logger)
    {
        _options = options;
        _reader = reader;
        _inbox = inbox;
        _logger = logger;
        var tenth = Math.Max(1, options.MaxRequestsPerSecond / 10);
        _limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, options.MaxRequestsPerSecond),
            TokensPerPeriod = tenth,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)tenth / Math.Max(1, options.MaxRequestsPerSecond)),
            QueueLimit = 0,
        });
    }

    public async Task AnswerAsync(HttpContext context)
    {
        var outcome = await HandleAsync(context).ConfigureAwait(false);
        NotificationMeter.CountRequest(outcome);
    }

    public void Dispose() => _limiter.Dispose();

    private async Task<string> HandleAsync(HttpContext context)
    {
        var response = context.Response;

        // Nothing that comes back from here is a page, a script or worth keeping.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "no-store";

        using var lease = _limiter.AttemptAcquire();
        if (!lease.IsAcquired)
            return Refuse(response, StatusCodes.Status429TooManyRequests, "throttled");
        if (context.Request.Query.TryGetValue("validationToken", out var token))
            return await AnswerTokenAsync(response, token, context.RequestAborted).ConfigureAwait(false);
        if (!context.Request.HasJsonContentType())
            return Refuse(response, StatusCodes.Status415UnsupportedMediaType, "other media type");

        var (body, refusal) = await ReadAsync(context).ConfigureAwait(false);
        if (body is null)
            return refusal!;
        if (_reader.Count(body) is not { } count)
            return Refuse(response, StatusCodes.Status400BadRequest, "malformed");

        if (count.Trusted == 0)
        {
            NotificationMeter.CountNotification("forged", count.All);
            WarnOfForgeries(count.All);
            response.StatusCode = StatusCodes.Status202Accepted;
            return "forged";
        }

        var received = new ReceivedNotifications(body, _options.TimeProvider.GetUtcNow());
        if (!await _inbox.TryAddAsync(received, context.RequestAborted).ConfigureAwait(false))
        {
            _logger.InboxIsFull();
            return Refuse(response, StatusCodes.Status503ServiceUnavailable, "inbox full");
        }

        response.StatusCode = StatusCodes.Status202Accepted;
        return "accepted";
    }

    // Whoever forges many fills no log.
    private void WarnOfForgeries(int count)
    {
        long toLog;
        lock (_forgeries)
        {
            _forged += count;
            var now = _options.TimeProvider.GetUtcNow();
            if (now < _warnAgainAt)
                return;

            (toLog, _forged, _warnAgainAt) = (_forged, 0, now + BetweenWarnings);
        }

        _logger.Forged(toLog);
    }

    private static string Refuse(HttpResponse response, int status, string outcome)
    {
        response.StatusCode = status;
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "10";

        return outcome;
    }

    private static async Task<string> AnswerTokenAsync(
        HttpResponse response, Microsoft.Extensions.Primitives.StringValues tokens, CancellationToken cancellationToken)
    {
        if (tokens is not [{ Length: > 0 and <= MaxTokenLength } token] || token.Any(char.IsControl))
            return Refuse(response, StatusCodes.Status400BadRequest, "no validation");

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(token, cancellationToken).ConfigureAwait(false);
        return "validation";
    }

    private async Task<(byte[]? Body, string? Refusal)> ReadAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.ContentLength > _options.MaxBodySize)
            return (null, Refuse(response, StatusCodes.Status413PayloadTooLarge, "too large"));

        // The server's own limit may be lower or none; ours is counted below.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = _options.MaxBodySize + 1L;

        // With a token, a read that was cancelled would be under way still when the server takes what comes afterwards.
        var reader = request.BodyReader;
        using var patience = new CancellationTokenSource(_options.BodyTimeout, _options.TimeProvider);
        using var whenLate = patience.Token.Register(static late => ((PipeReader)late!).CancelPendingRead(), reader);
        var first = (int)Math.Clamp(request.ContentLength ?? 4096, 256, 64 * 1024);
        var buffer = ArrayPool<byte>.Shared.Rent(first);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                if (read.IsCanceled)
                {
                    reader.AdvanceTo(read.Buffer.End);

                    // What is still to come is not read.
                    response.Headers.Connection = "close";
                    return (null, Refuse(response, StatusCodes.Status408RequestTimeout, "too slow"));
                }

                var count = read.Buffer.Length;
                if (length + count > _options.MaxBodySize)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return (null, Refuse(response, StatusCodes.Status413PayloadTooLarge, "too large"));
                }

                while (length + count > buffer.Length)
                    buffer = Grow(buffer, length);
                read.Buffer.CopyTo(buffer.AsSpan(length));
                length += (int)count;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return (buffer.AsSpan(0, length).ToArray(), null);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest;
            return (null, Refuse(response, status, "broken"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
