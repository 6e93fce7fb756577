using System.Globalization;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Takes in the bytes of a file, no more than are allowed.</summary>
internal static class FileBytes
{
    private const int BlockSize = 64 * 1024;

    public static ArraySegment<byte> Read(Stream stream, int maxSize) => TryRead(stream, maxSize) ?? throw TooLarge(maxSize);

    /// <summary>The bytes, or null where there are too many.</summary>
    public static ArraySegment<byte>? TryRead(Stream stream, int maxSize)
    {
        using var bytes = new MemoryStream();
        var block = new byte[BlockSize];
        for (int read; (read = stream.Read(block, 0, block.Length)) > 0;)
        {
            if (bytes.Length + read > maxSize)
                return null;

            bytes.Write(block, 0, read);
        }

        return new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static async Task<ArraySegment<byte>> ReadAsync(Stream stream, int maxSize, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var block = new byte[BlockSize];
        while (true)
        {
#if NET
            var read = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(block, 0, block.Length, cancellationToken).ConfigureAwait(false);
#endif
            if (read == 0)
                return new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length);
            if (bytes.Length + read > maxSize)
                throw TooLarge(maxSize);

            bytes.Write(block, 0, read);
        }
    }

    public static FormatException TooLarge(int maxSize) => new(string.Format(
        CultureInfo.InvariantCulture,
        "The file is larger than {0} bytes, which is the most that is read. Files from Teams are far smaller; " +
        "if this one is not, set a larger TeamsAttendanceFileOptions.MaxSize.",
        maxSize));
}
