using System.Globalization;

namespace Attendance.Client.Tests.Bulk;

/// <summary>Numbered sources, and graphs that tell them apart.</summary>
internal static class BulkSamples
{
    public static AttendanceSource Source(int number) => AttendanceSource.Meeting(Organizer.Me, $"m-{number:D7}");

    public static IEnumerable<AttendanceSource> Sources(int count) => Enumerable.Range(0, count).Select(Source);

    public static int NumberOf(Uri uri) => int.Parse(uri.AbsolutePath.Split("/m-")[1].Split('/')[0], CultureInfo.InvariantCulture);

    public static HttpResponseMessage List(Uri uri) => PagedGraph.Json($$"""{"value":[{"id":"report-{{NumberOf(uri)}}"}]}""");

    public static PagedGraph Hanging(int except = -1) => new(async (uri, cancellationToken) =>
    {
        if (NumberOf(uri) != except)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

        return List(uri);
    });
}
