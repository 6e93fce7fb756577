using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Attendance.Client.Tests.Faults;

/// <summary>What the server does with the connection once it has sent the bytes of an answer.</summary>
internal enum Ending
{
    KeepAlive,
    Close,
    Reset,
    Stall,
}

/// <summary>The bytes that the server sends for one request, right or wrong, and what becomes of the connection then.</summary>
internal sealed record RawAnswer(byte[] Bytes, Ending Ending)
{
    public static RawAnswer Of(string text, Ending ending) => new(Encoding.UTF8.GetBytes(text), ending);

    /// <summary>A well-formed answer with its length, after which the connection stays open.</summary>
    public static RawAnswer Whole(string status, string body, string? mediaType = "application/json", string headers = "") =>
        Whole(status, Encoding.UTF8.GetBytes(body), mediaType, headers);

    public static RawAnswer Whole(string status, byte[] body, string? mediaType = "application/json", string headers = "")
    {
        var head = new StringBuilder($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n");
        if (mediaType is not null)
            head.Append("Content-Type: ").Append(mediaType).Append("\r\n");
        foreach (var header in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            head.Append(header).Append("\r\n");

        return new RawAnswer([.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body], Ending.KeepAlive);
    }

    /// <summary>The first bytes of the answer, and another ending.</summary>
    public RawAnswer CutTo(int length, Ending ending) => new(Bytes[..length], ending);

    /// <summary>The answer without its last bytes, and another ending.</summary>
    public RawAnswer Without(int length, Ending ending) => CutTo(Bytes.Length - length, ending);
}

/// <summary>A server on the loopback address that answers requests in their order, the last answer for ever, and misbehaves as it is
/// told.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<RawAnswer> _answers;
    private readonly ConcurrentQueue<SentToGraph> _requests = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Lock _lock = new();
    private readonly Task _accepting;
    private int _connections;
    private int _open;
    private int _atWork;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FaultyServer(params RawAnswer[] answers)
    {
        _answers = new ConcurrentQueue<RawAnswer>(answers);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<SentToGraph> Requests => [.. _requests];

    /// <summary>How many connections there have been.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Called when an answer stalls.</summary>
    public Action OnStall { get; set; } = () => { };

    /// <summary>Waits until every connection either was closed or waits for its next request: no answer is left half read.</summary>
    public Task NoneIsAtWorkAsync() => WaitUntilAsync(() => _atWork == 0);

    /// <summary>Waits until every connection was closed.</summary>
    public Task NoneIsOpenAsync() => WaitUntilAsync(() => _open == 0);

    public async ValueTask DisposeAsync()
    {
        // A listener that is stopped while it accepts fails in ways of its own.
        await _stop.CancelAsync();
        await _accepting.WaitAsync(Patience);
        _listener.Stop();
        await Task.WhenAll(_conversations).WaitAsync(Patience);
        _stop.Dispose();
    }

    private async Task WaitUntilAsync(Func<bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition())
                    return;

                changed = _changed.Task;
            }

            await changed.WaitAsync(Patience);
        }
    }

    private void Change(ref int count, int by)
    {
        lock (_lock)
        {
            count += by;
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                Change(ref _open, 1);
                _conversations.Add(ConverseAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task ConverseAsync(Socket socket)
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            while (await ReadRequestAsync(stream) is { } request)
            {
                _requests.Enqueue(request);
                Change(ref _atWork, 1);
                try
                {
                    if (!await AnswerAsync(socket, stream))
                        break;
                }
                finally
                {
                    Change(ref _atWork, -1);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The client hung up, or the server stops.
        }
        finally
        {
            Change(ref _open, -1);
        }
    }

    private async Task<bool> AnswerAsync(Socket socket, NetworkStream stream)
    {
        if (_answers.Count < 2 || !_answers.TryDequeue(out var answer))
            _ = _answers.TryPeek(out answer);
        await stream.WriteAsync(answer!.Bytes, _stop.Token);
        switch (answer.Ending)
        {
            case Ending.KeepAlive:
                return true;
            case Ending.Stall:
                OnStall();
                await WaitForHangUpAsync(stream);
                return false;
            case Ending.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            default:
                return false;
        }
    }

    private async Task WaitForHangUpAsync(NetworkStream stream)
    {
        var buffer = new byte[256];
        while (await stream.ReadAsync(buffer, _stop.Token) > 0)
        {
            // Whatever the client says now is not listened to.
        }
    }

    private async Task<SentToGraph?> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        for (var length = 0; length < buffer.Length;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
                return null;

            length += read;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            if (text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                return Parse(text);
        }

        return null;
    }

    private static SentToGraph Parse(string text)
    {
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        return new SentToGraph(lines[0].Split(' ')[1], headers);
    }
}
