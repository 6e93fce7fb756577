using System.Net;
using System.Security.Authentication;
using Polly;
using Polly.Retry;

namespace Attendance.Client.Internal;

/// <summary>
/// Sends a request until it has an answer: with a token, within the rate limit, each attempt within its timeout, and again where that may
/// help. It stands above the HTTP client, so that the application's own, and whatever handlers it has, are used in the same way.
/// </summary>
internal sealed class GraphTransport
{
    private const int MaxErrorSize = 64 * 1024;

    private static readonly ResiliencePropertyKey<SentRequest> RequestKey = new("Attendance.Client.Request");

    private readonly GraphConnection _connection;
    private readonly ThrottleGate _gate;
    private readonly Lazy<ResiliencePipeline<GraphResponse>> _pipeline;

    public GraphTransport(GraphConnection connection)
    {
        _connection = connection;
        _gate = new ThrottleGate(connection.TimeProvider);
        _pipeline = new Lazy<ResiliencePipeline<GraphResponse>>(CreatePipeline);
    }

    /// <summary>Sends the request and returns whatever Graph, or something before it, answers in the end.</summary>
    /// <exception cref="HttpRequestException">There was no whole answer in any attempt.</exception>
    public async ValueTask<GraphResponse> SendAsync(SentRequest request, CancellationToken cancellationToken)
    {
        request.Token = await request.Tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        var response = await SendWithRetriesAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Message.StatusCode != HttpStatusCode.Unauthorized)
            return response;

        var rejected = request.Token;
        var claims = ClaimsChallenge.Of(response.Message);
        var renewed = await RenewAsync(request, response, claims, cancellationToken).ConfigureAwait(false);
        if (claims is null && string.Equals(renewed.Value, rejected.Value, StringComparison.Ordinal))
            return response;

        response.Dispose();
        request.Token = renewed;
        return await SendWithRetriesAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<BearerToken> RenewAsync(
        SentRequest request, GraphResponse response, string? claims, CancellationToken cancellationToken)
    {
        try
        {
            return await request.Tokens.RenewAsync(request.Token!, claims, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private ResiliencePipeline<GraphResponse> CreatePipeline() =>
        new ResiliencePipelineBuilder<GraphResponse> { TimeProvider = _connection.TimeProvider }
            .AddRetry(new RetryStrategyOptions<GraphResponse>
            {
                MaxRetryAttempts = _connection.MaxRetries,
                ShouldHandle = arguments => new ValueTask<bool>(IsWorthAnotherAttempt(RequestOf(arguments.Context), arguments.Outcome)),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = _connection.MaxRetryDelay,
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryDelay),
                OnRetry = OnRetry,
            })
            .Build();

    private static SentRequest RequestOf(ResilienceContext context) => context.Properties.GetValue(RequestKey, defaultValue: null!);

    // A wait that is longer than the caller's patience is not begun: the answer that asks for it is the result. Of what makes something,
    // an attempt that may have made it is the last one.
    private bool IsWorthAnotherAttempt(SentRequest request, Outcome<GraphResponse> outcome) => outcome.Result is { } response
        ? (request.IsRepeatable ? response.IsTransient : response.IsThrottled)
            && (response.RetryAfter is not { } delay || delay <= _connection.MaxRetryDelay)
        : request.IsRepeatable && outcome.Exception is HttpRequestException { InnerException: not AuthenticationException };

    private ValueTask OnRetry(OnRetryArguments<GraphResponse> arguments)
    {
        var request = RequestOf(arguments.Context);
        var response = arguments.Outcome.Result;
        request.Operation.AddRetry();
        _connection.Logger.Retrying(
            request.Operation.Name,
            request.Attempts,
            response is null ? arguments.Outcome.Exception!.GetType().Name : $"status {(int)response.Message.StatusCode}",
            arguments.RetryDelay);

        // Where Graph says how long, the attempt has closed the gate already.
        if (response is { IsThrottled: true, RetryDelay: null })
            _gate.Close(arguments.RetryDelay);

        return default;
    }

    private async ValueTask<GraphResponse> SendWithRetriesAsync(SentRequest request, CancellationToken cancellationToken)
    {
        Outcome<GraphResponse> first;
        try
        {
            first = Outcome.FromResult(await AttemptAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException exception)
        {
            first = Outcome.FromException<GraphResponse>(exception);
        }

        // Nearly every request ends here, and a process that needs no retry is spared the making of the pipeline, a fifth of its first
        // call.
        if (_connection.MaxRetries > 0 && IsWorthAnotherAttempt(request, first))
            return await RetryAsync(request, first, cancellationToken).ConfigureAwait(false);

        first.ThrowIfException();
        return first.Result!;
    }

    private async ValueTask<GraphResponse> RetryAsync(
        SentRequest request, Outcome<GraphResponse> first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RequestKey, request);
        var isFirst = true;
        try
        {
            return await _pipeline.Value.ExecuteAsync(AttemptAgainAsync, context).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw ConnectionFailure.After(request.Attempts, exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        // The pipeline takes the attempt that was made for its own first one, and counts and waits from there.
        ValueTask<GraphResponse> AttemptAgainAsync(ResilienceContext attempt)
        {
            if (!isFirst)
                return AttemptAsync(request, attempt.CancellationToken);

            isFirst = false;
            first.ThrowIfException();
            return new ValueTask<GraphResponse>(first.Result!);
        }
    }

    private async ValueTask<GraphResponse> AttemptAsync(SentRequest request, CancellationToken cancellationToken)
    {
        request.Attempts++;
        await _gate.PassAsync(cancellationToken).ConfigureAwait(false);

        // Held while the attempt lasts, which is what a ConcurrencyLimiter counts.
        using var lease = _connection.RateLimiterOf(request.Uri) is { } limiter
            ? await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false)
            : null;
        if (lease is { IsAcquired: false })
            throw new HttpRequestException(
                "The RateLimiter of the options gave no permit, as its queue is full. Give it a longer queue, or send less at once.");

        HttpStatusCode? status = null;
        try
        {
            var response = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            status = response.Message.StatusCode;
            if (response is { IsThrottled: true, RetryDelay: { } delay } && delay <= _connection.MaxRetryDelay)
                _gate.Close(delay);

            return response;
        }
        finally
        {
            request.Operation.AddRequest(status);
        }
    }

    private async ValueTask<GraphResponse> ExchangeAsync(SentRequest request, CancellationToken cancellationToken)
    {
        using var attempt = Clock.CancelAfter(_connection.TimeProvider, _connection.AttemptTimeout);
        using var whenCancelled = cancellationToken.Register(static attempt => ((CancellationTokenSource)attempt!).Cancel(), attempt);
        HttpResponseMessage? response = null;
        try
        {
            using var message = await _connection.CreateMessageAsync(request, attempt.Token).ConfigureAwait(false);
            response = await _connection.HttpClient
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
#if !NET
            // The .NET Framework's streams do not heed the token once they read.
            using var whenGivenUp = attempt.Token.Register(response.Dispose);
#endif
            var limit = response.IsSuccessStatusCode ? _connection.MaxResponseSize : MaxErrorSize;
            var body = await PooledBody.ReadAsync(response.Content, limit, attempt.Token).ConfigureAwait(false);
            return new GraphResponse(response, body, RetryAfterHeader.Read(response.Headers, _connection.TimeProvider));
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (cancellationToken.IsCancellationRequested)
                throw Cancellation.Of(exception, cancellationToken);
            if (attempt.IsCancellationRequested || exception is OperationCanceledException)
                throw ConnectionFailure.Timeout(_connection.AttemptTimeout, exception);
            if (exception is IOException or InvalidDataException)
                throw ConnectionFailure.BrokenBody(exception);
            if (exception is ExecutionRejectedException)
                throw ConnectionFailure.Rejected(exception);

            throw;
        }
    }
}
