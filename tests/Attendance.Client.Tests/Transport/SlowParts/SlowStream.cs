namespace Attendance.Client.Tests;

internal sealed class SlowStream(OnlyThread thread, byte[] json) : MemoryStream(json)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await thread.HoldAsync("body").ConfigureAwait(false);
        return Read(buffer.Span);
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await thread.HoldAsync("body").ConfigureAwait(false);
        return Read(buffer.AsSpan(offset, count));
    }
}
