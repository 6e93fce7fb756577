using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Attendance.Client.Archive.Tests;

/// <summary>A way to PostgreSQL that breaks, when asked to, after a commit has come through and before its answer has.</summary>
internal sealed class CutOffCommits : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("attendance-way-").FullName;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _server;
    private readonly Task _accepting;
    private int _toCutOff;
    private int _cutOff;

    public CutOffCommits(string server)
    {
        _server = server;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_directory, ".s.PGSQL.5432")));
        _listener.Listen();
        _accepting = AcceptAsync();
    }

    public int CutOff => _cutOff;

    public void CutOffNext() => Interlocked.Increment(ref _toCutOff);

    /// <summary>The same connection string, through here.</summary>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = _directory, Pooling = false }.ToString();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        Directory.Delete(_directory, recursive: true);
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(CarryAsync(await _listener.AcceptAsync()));
        }
        catch (SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
            var isCutOff = new StrongBox<bool>();
            await Task.WhenAny(
                CopyAsync(client, server, isCutOff, isOfClient: true), CopyAsync(server, client, isCutOff, isOfClient: false));
        }
    }

    private async Task CopyAsync(Socket from, Socket to, StrongBox<bool> isCutOff, bool isOfClient)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (isOfClient && buffer.AsSpan(0, count).IndexOf("COMMIT"u8) >= 0 && Interlocked.Exchange(ref _toCutOff, 0) > 0)
                    isCutOff.Value = true;
                if (!isOfClient && isCutOff.Value)
                {
                    Interlocked.Increment(ref _cutOff);
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The other side has gone.
        }
    }
}
