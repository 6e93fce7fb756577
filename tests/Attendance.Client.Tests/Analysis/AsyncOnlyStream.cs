namespace Attendance.Client.Tests.Analysis;

/// <summary>A stream that, like a web server's response, does not let a thread wait for it.</summary>
internal sealed class AsyncOnlyStream : MemoryStream
{
    private static readonly InvalidOperationException Waited = new("Synchronous operations are disallowed.");

    public override void Flush() => throw Waited;

    public override void Write(byte[] buffer, int offset, int count) => throw Waited;

    public override void Write(ReadOnlySpan<byte> buffer) => throw Waited;

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        base.Write(buffer.Span.ToArray(), 0, buffer.Length);
        return ValueTask.CompletedTask;
    }
}
