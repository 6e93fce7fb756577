using System.Net;

namespace Attendance.Client.Testing.Internal;

/// <summary>A body half way through which the connection breaks.</summary>
internal sealed class CutContent(byte[] body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await new MemoryStream(body, 0, body.Length / 2).CopyToAsync(stream).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
        throw new IOException("The connection was cut, as the test wants it.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
