namespace Attendance.Client.Analysis.Internal;

/// <summary>Lets a library write while the thread waits, which a web server's response does not allow: what is written is held until it
/// comes to waiting without the thread.</summary>
internal sealed class HeldOutput(Stream target) : Stream
{
    private const int MaxHeld = 64 * 1024;

    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on what is held, if it is much or there is no more.</summary>
    public async Task PassOnAsync(bool isEnd, CancellationToken cancellationToken)
    {
        if (_held.Length >= MaxHeld || isEnd)
        {
#if NET
            await target.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellationToken).ConfigureAwait(false);
#else
            await target.WriteAsync(_held.GetBuffer(), 0, (int)_held.Length, cancellationToken).ConfigureAwait(false);
#endif
            _held.SetLength(0);
        }

        if (isEnd)
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return PassOnAsync(isEnd: false, cancellationToken);
    }

#if NET
    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return new ValueTask(PassOnAsync(isEnd: false, cancellationToken));
    }
#endif

    public override void Flush()
    {
        // What is held goes on when the thread need not wait for it.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => PassOnAsync(isEnd: false, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
