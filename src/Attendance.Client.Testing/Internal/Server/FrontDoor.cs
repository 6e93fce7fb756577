using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Attendance.Client.Testing.Internal;

/// <summary>Tells by its first bytes what comes in at a port: HTTP, TLS, or a wish to be led through to <c>https://graph.microsoft.com</c>,
/// which is then spoken on the same connection.</summary>
internal sealed class FrontDoor
{
    private const byte Handshake = 0x16;
    private const int LongestHead = 8192;

    private static readonly byte[] Connect = "CONNECT "u8.ToArray();
    private static readonly byte[] Established = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly ServedHosts _hosts;
    private ConnectionDelegate? _secured;
    private ConnectionDelegate? _plain;

    private FrontDoor(ServedHosts hosts) => _hosts = hosts;

    /// <summary>Lets a port speak all three.</summary>
    public static void Add(ListenOptions listen, ServedHosts hosts, HttpsConnectionAdapterOptions https)
    {
        // What is added first is asked first: the door may go past TLS, to what stands behind it.
        var door = new FrontDoor(hosts);
        listen.Use(secured =>
        {
            door._secured = secured;
            return door.OnConnectionAsync;
        });
        listen.UseHttps(https);
        listen.Use(plain => door._plain = plain);
    }

    private async Task OnConnectionAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        var result = await input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
        while (!result.IsCompleted && MayBeConnect(result.Buffer) && EndOf(result.Buffer) is null && result.Buffer.Length < LongestHead)
        {
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
        }

        var buffer = result.Buffer;
        if (IsConnect(buffer) && EndOf(buffer) is { } end && HostOf(buffer) is { } host && _hosts.Has(host))
        {
            input.AdvanceTo(end);
            await connection.Transport.Output.WriteAsync(Established, connection.ConnectionClosed).ConfigureAwait(false);
            await _secured!(connection).ConfigureAwait(false);
            return;
        }

        // What cannot be led through is refused like any other request that makes no sense.
        var isSecured = !buffer.IsEmpty && buffer.FirstSpan[0] == Handshake;
        input.AdvanceTo(buffer.Start);
        await (isSecured ? _secured! : _plain!)(connection).ConfigureAwait(false);
    }

    private static bool IsConnect(ReadOnlySequence<byte> buffer) => buffer.Length >= Connect.Length && MayBeConnect(buffer);

    private static bool MayBeConnect(ReadOnlySequence<byte> buffer)
    {
        var beginning = buffer.Slice(0, Math.Min(buffer.Length, Connect.Length)).ToArray();
        return Connect.AsSpan().StartsWith(beginning);
    }

    private static SequencePosition? EndOf(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, EndOfHead) ? reader.Position : null;
    }

    // "CONNECT host:port HTTP/1.1".
    private static string? HostOf(ReadOnlySequence<byte> buffer)
    {
        var target = Encoding.ASCII.GetString(buffer).Split(' ', 3)[1];
        return Uri.TryCreate($"https://{target}", UriKind.Absolute, out var address) && address.PathAndQuery == "/" ? address.Host : null;
    }
}
