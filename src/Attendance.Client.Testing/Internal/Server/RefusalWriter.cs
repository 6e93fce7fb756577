using System.IO.Pipelines;

namespace Attendance.Client.Testing.Internal;

/// <summary>Writes what it is given to a connection, until it is told to write something else in its place.</summary>
internal sealed class RefusalWriter(PipeWriter output) : PipeWriter
{
    private byte[]? _other;
    private byte[]? _scratch;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    /// <summary>Whatever is written from now on, this goes out and nothing more.</summary>
    public void Replace(byte[] other)
    {
        _other = other;
        _scratch = [];
    }

    public override void Advance(int bytes)
    {
        if (_scratch is null)
            output.Advance(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _scratch is null ? output.GetMemory(sizeHint) : Scratch(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _scratch is null ? output.GetSpan(sizeHint) : Scratch(sizeHint);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _other, null) is not { } other)
            return await output.FlushAsync(cancellationToken).ConfigureAwait(false);

        return await output.WriteAsync(other, cancellationToken).ConfigureAwait(false);
    }

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    private byte[] Scratch(int sizeHint)
    {
        if (_scratch!.Length < Math.Max(sizeHint, 4096))
            _scratch = new byte[Math.Max(sizeHint, 4096)];
        return _scratch;
    }
}
