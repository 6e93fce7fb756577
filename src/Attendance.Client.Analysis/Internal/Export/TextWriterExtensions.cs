#if !NET
namespace Attendance.Client.Analysis.Internal;

/// <summary>What .NET Standard lacks.</summary>
internal static class TextWriterExtensions
{
    public static Task FlushAsync(this TextWriter writer, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : writer.FlushAsync();
}
#endif
