namespace Attendance.Client.Internal.Json;

/// <summary>Reads the body of an answer into memory.</summary>
internal static class BodyReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads all that the stream holds, without the byte order mark that some proxies put before it.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content is not MemoryStream { Position: 0 } memory)
        {
            memory = new MemoryStream();
            const int CopyBufferSize = 81920;
            await content.CopyToAsync(memory, CopyBufferSize, cancellationToken).ConfigureAwait(false);
        }

        ReadOnlyMemory<byte> body = memory.TryGetBuffer(out var buffer) ? buffer : memory.ToArray();
        return body.Span.StartsWith(ByteOrderMark) ? body.Slice(ByteOrderMark.Length) : body;
    }
}
