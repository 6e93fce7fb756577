using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Attendance.Client.Internal;

namespace Attendance.Client.Testing.Internal;

/// <summary>Sends notifications to the addresses that subscriptions name, many at once, and again what is not taken.</summary>
#pragma warning disable CA1001 // Type owns disposable fields: what is sent may outlive the graph, and neither field holds more than memory.
internal sealed class NotificationPost(Func<TimeProvider> timeProvider, Func<HttpMessageHandler?> handler)
#pragma warning restore CA1001
{
    private const int MostAtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    // Graph gives up an address that takes longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly SemaphoreSlim _slots = new(MostAtOnce);
    private readonly Lazy<HttpClient> _network = new(() => new HttpClient());
    private TaskCompletionSource<bool>? _empty;
    private int _pending;
    private int _lost;
    private int _repeated;
    private int _delivered;
    private int _refused;

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    public int Delivered => _delivered;

    public int Refused => _refused;

    public void LoseNext(int times)
    {
        lock (_lock)
            _lost += times;
    }

    public void RepeatNext(int times)
    {
        lock (_lock)
            _repeated += times;
    }

    public void Send(Uri url, JsonObject notification)
    {
        var body = JsonBytes.Of(notification);
        lock (_lock)
        {
            if (_lost > 0)
            {
                _lost--;
                return;
            }

            var times = _repeated > 0 ? 2 : 1;
            _repeated = Math.Max(0, _repeated - 1);
            _pending += times;
            for (var i = 0; i < times; i++)
                _ = Task.Run(() => DeliverAsync(url, body));
        }
    }

    public Task DeliveredAsync()
    {
        lock (_lock)
        {
            if (_pending == 0)
                return Task.CompletedTask;

            _empty ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _empty.Task;
        }
    }

    /// <summary>Asks an address to give back a token.</summary>
    /// <exception cref="GraphRefusal">It does not, or not in time, or not in plain text.</exception>
    public async Task ValidateAsync(Uri url, CancellationToken cancellationToken)
    {
        // With what a careless answer would spoil: a sign that is encoded, and one that stands for a space.
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()} <&+>";
        var separator = url.Query.Length == 0 ? "?" : "&";
        var address = new Uri($"{url.AbsoluteUri}{separator}validationToken={Uri.EscapeDataString(token)}");
        using var patience = Clock.CancelAfter(timeProvider(), Limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        string fault;
        try
        {
            using var content = new StringContent("");
            content.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
            using var answer = await PostAsync(address, content, stop.Token).ConfigureAwait(false);
#if NET
            var said = await answer.Content.ReadAsStringAsync(stop.Token).ConfigureAwait(false);
#else
            var said = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
            if ((int)answer.StatusCode == 200 && answer.Content.Headers.ContentType?.MediaType == "text/plain" && said == token)
                return;

            fault = (int)answer.StatusCode == 200
                ? "Must respond with the validation token in plain text."
                : $"The remote server answered {(int)answer.StatusCode}. Must respond with 200 OK to this request.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = "The operation timed out.";
        }
        catch (HttpRequestException)
        {
            fault = "The remote name could not be resolved, or nothing listens there.";
        }

        throw new GraphRefusal(System.Net.HttpStatusCode.BadRequest, "ValidationError", $"Subscription validation request failed. {fault}");
    }

    private async Task DeliverAsync(Uri url, byte[] body)
    {
        var clock = timeProvider();
        var until = clock.GetUtcNow() + Patience;
        var delay = RetryDelay;
        try
        {
            while (!await TryAsync(url, body, clock).ConfigureAwait(false) && clock.GetUtcNow() + delay < until)
            {
                await Clock.DelayAsync(clock, delay, CancellationToken.None).ConfigureAwait(false);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, TimeSpan.FromMinutes(10).Ticks));
            }
        }
        finally
        {
            lock (_lock)
            {
                if (--_pending == 0)
                {
                    _empty?.SetResult(true);
                    _empty = null;
                }
            }
        }
    }

    private async Task<bool> TryAsync(Uri url, byte[] body, TimeProvider clock)
    {
        await _slots.WaitAsync().ConfigureAwait(false);
        using var patience = Clock.CancelAfter(clock, Limit);
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using var answer = await PostAsync(url, content, patience.Token).ConfigureAwait(false);
            Interlocked.Increment(ref answer.IsSuccessStatusCode ? ref _delivered : ref _refused);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            Interlocked.Increment(ref _refused);
            return false;
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<HttpResponseMessage> PostAsync(Uri url, HttpContent content, CancellationToken cancellationToken)
    {
        if (handler() is not { } own)
            return await _network.Value.PostAsync(url, content, cancellationToken).ConfigureAwait(false);

        using var client = new HttpClient(own, disposeHandler: false);
        return await client.PostAsync(url, content, cancellationToken).ConfigureAwait(false);
    }
}
