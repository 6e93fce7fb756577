using System.Buffers;

namespace Attendance.Client.Internal;

/// <summary>The body of an answer in a buffer that goes back to the pool.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int SmallestBuffer = 4 * 1024;

    // A longer Content-Length is believed only as the bytes arrive.
    private const int LargestFirstBuffer = 8 * 1024 * 1024;

    /// <summary>The largest limit: an array holds no more bytes, and one beyond the limit tells that there is more.</summary>
    public const int LargestLimit = 0x7FFFFFC7 - 1;

    private byte[]? _buffer;
    private int _start;
    private int _end;

    private PooledBody(byte[]? buffer) => _buffer = buffer;

    public static PooledBody Empty { get; } = new(buffer: null);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, _end - _start);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the content has more bytes than the limit, and no more of them were read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the content, without the byte order mark that some proxies put before it.</summary>
    /// <param name="content">The content.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The content cannot be decompressed, or is JSON that is cut off.</exception>
    public static async ValueTask<PooledBody> ReadAsync(HttpContent? content, long limit, CancellationToken cancellationToken)
    {
        if (content is null or { Headers.ContentLength: 0 })
            return Empty;

#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif

        // One byte more than announced, so that the read that finds the end needs no larger buffer.
        var announced = Math.Min(content.Headers.ContentLength ?? 0, limit) + 1;
        var body = new PooledBody(ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(announced, SmallestBuffer), LargestFirstBuffer)));
        try
        {
            await body.FillAsync(stream, limit, cancellationToken).ConfigureAwait(false);

            // Where no length was announced, as for compressed content, a connection that breaks may look like the end.
            if (content.Headers.ContentLength is null && !body.IsCut && JsonEdges.IsCutOff(body.Memory.Span))
                throw new InvalidDataException("The answer ends in the midst of its JSON.");

            return body;
        }
        catch (InvalidOperationException exception)
        {
            // What BrotliStream throws for bytes that are no Brotli, where the other streams throw InvalidDataException.
            body.Dispose();
            throw new InvalidDataException(exception.Message, exception);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
        _start = _end = 0;
    }

    private async ValueTask FillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_end == _buffer!.Length)
                Grow();

            // A byte beyond the limit tells that there is more.
            var room = (int)Math.Min(_buffer.Length - _end, limit + 1 - _end);
#if NET
            var read = await stream.ReadAsync(_buffer.AsMemory(_end, room), cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(_buffer, _end, room, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
                break;

            _end += read;
            if (_end > limit)
            {
                _end = (int)limit;
                IsCut = true;
                break;
            }
        }

        if (_buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
            _start = ByteOrderMark.Length;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer!.Length * 2L, LargestLimit + 1));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
