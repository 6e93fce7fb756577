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

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    // Graph gives up an address that takes longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly SemaphoreSlim _slots = new(MostAtOnce);
    private readonly Lazy<HttpClient> _network = new(() => new HttpClient());
    private Round _round = new();
    private int _toLose;
    private int _toRepeat;

    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    public int Delivered => _round.Delivered;

    public int Refused => _round.Refused;

    /// <summary>How many are neither taken nor given up.</summary>
    public int Pending => _round.Pending;

    /// <summary>How many of the next are lost.</summary>
    public int ToLose
    {
        get => _toLose;
        set
        {
            lock (_lock)
                _toLose = value;
        }
    }

    /// <summary>How many of the next are sent twice.</summary>
    public int ToRepeat
    {
        get => _toRepeat;
        set
        {
            lock (_lock)
                _toRepeat = value;
        }
    }

    public void LoseNext(int times)
    {
        lock (_lock)
            _toLose += times;
    }

    public void RepeatNext(int times)
    {
        lock (_lock)
            _toRepeat += times;
    }

    /// <summary>Gives up what is not taken, and counts from 0 on.</summary>
    public void Forget()
    {
        Round ended;
        lock (_lock)
            (ended, _round) = (_round, new Round());

        ended.Stop.Cancel();
    }

    public void Send(Uri url, JsonObject notification)
    {
        var body = JsonBytes.Of(notification);
        lock (_lock)
        {
            if (_toLose > 0)
            {
                _toLose--;
                return;
            }

            var times = _toRepeat > 0 ? 2 : 1;
            _toRepeat = Math.Max(0, _toRepeat - 1);
            var round = _round;
            round.Pending += times;
            for (var i = 0; i < times; i++)
                _ = Task.Run(() => DeliverAsync(url, body, round));
        }
    }

    public Task DeliveredAsync()
    {
        lock (_lock)
        {
            if (_round.Pending == 0)
                return Task.CompletedTask;

            _round.Empty ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _round.Empty.Task;
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

    private async Task DeliverAsync(Uri url, byte[] body, Round round)
    {
        var clock = timeProvider();
        var until = clock.GetUtcNow() + Patience;
        var delay = RetryDelay;
        var longest = delay > LongestDelay ? delay : LongestDelay;
        try
        {
            while (!await TryAsync(url, body, clock, round).ConfigureAwait(false) && clock.GetUtcNow() + delay < until)
            {
                await Clock.DelayAsync(clock, delay, round.Stop.Token).ConfigureAwait(false);
                var next = delay > TimeSpan.Zero ? delay + delay : TimeSpan.FromMilliseconds(1);
                delay = next < longest ? next : longest;
            }
        }
        catch (OperationCanceledException) when (round.Stop.IsCancellationRequested)
        {
            // Nobody wants it any longer.
        }
        finally
        {
            lock (_lock)
            {
                if (--round.Pending == 0)
                {
                    round.Empty?.SetResult(true);
                    round.Empty = null;
                }
            }
        }
    }

    private async Task<bool> TryAsync(Uri url, byte[] body, TimeProvider clock, Round round)
    {
        await _slots.WaitAsync(round.Stop.Token).ConfigureAwait(false);
        using var patience = Clock.CancelAfter(clock, Limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, round.Stop.Token);
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using var answer = await PostAsync(url, content, stop.Token).ConfigureAwait(false);
            return round.Count(answer.IsSuccessStatusCode);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            return round.Count(isDelivered: false);
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

    /// <summary>What is sent until all is forgotten, and what became of it.</summary>
#pragma warning disable CA1001 // Type owns a disposable field: what is sent may outlive the round, and the field holds no more than memory.
    private sealed class Round
#pragma warning restore CA1001
    {
        private int _delivered;
        private int _refused;

        public int Delivered => _delivered;

        public int Refused => _refused;

        public int Pending { get; set; }

        public TaskCompletionSource<bool>? Empty { get; set; }

        public CancellationTokenSource Stop { get; } = new();

        public bool Count(bool isDelivered)
        {
            Interlocked.Increment(ref isDelivered ? ref _delivered : ref _refused);
            return isDelivered;
        }
    }
}
