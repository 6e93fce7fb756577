using System.Net;

namespace Attendance.Client.Tests;

internal sealed class SlowContent : HttpContent
{
    private readonly OnlyThread _thread;
    private readonly byte[] _json;

    public SlowContent(OnlyThread thread, byte[] json)
    {
        (_thread, _json) = (thread, json);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override async Task<Stream> CreateContentReadStreamAsync()
    {
        await _thread.HoldAsync("content").ConfigureAwait(false);
        return new SlowStream(_thread, _json);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
