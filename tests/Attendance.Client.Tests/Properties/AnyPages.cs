using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Properties;

public class AnyPages
{
    private const string List = "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private static readonly Gen<Link> Links = Gen.Frequency(
        (10, Gen.Constant(Link.Absolute)),
        (6, Gen.Constant(Link.Relative)),
        (2, Gen.Constant(Link.RelativeToTheHost)),
        (1, Gen.Constant(Link.Backwards)),
        (1, Gen.Constant(Link.OtherHost)),
        (1, Gen.Constant(Link.OtherScheme)),
        (2, Gen.Constant(Link.Empty)));

    private static readonly Gen<Page[]> Shapes =
        (from items in Gen.Frequency((1, Gen.Constant(-1)), (3, Gen.Constant(0)), (6, Gen.Choose(1, 20)))
         from link in Links
         from linkFirst in ArbMap.Default.GeneratorFor<bool>()
         select new Page(items, link, linkFirst)).NonEmptyListOf().Select(pages => pages.ToArray());

    /// <summary>How a page links to the next one.</summary>
    private enum Link
    {
        Absolute,
        Relative,
        RelativeToTheHost,
        Backwards,
        OtherHost,
        OtherScheme,
        Empty,
    }

    [Fact]
    public void Reports_are_those_of_the_pages_up_to_the_end_or_to_a_link_that_is_refused() =>
        Prop.ForAll(
            Shapes.ToArbitrary(), shapes => Follows(shapes, List, client => client.GetReportsAsync(Source).Select(report => report.Id!)))
            .Check(Checks.Of(2_000));

    [Fact]
    public void Records_are_those_of_the_pages_up_to_the_end_or_to_a_link_that_is_refused() =>
        Prop.ForAll(Shapes.ToArbitrary(), shapes => Follows(
            shapes, $"{List}/r/attendanceRecords", client => client.GetRecordsAsync(Source, "r").Select(record => record.Id!)))
            .Check(Checks.Of(2_000));

    private static bool Follows(Page[] shapes, string first, Func<AttendanceClient, IAsyncEnumerable<string>> read)
    {
        using var graph = new PagedGraph(uri => Json(shapes, first, NumberOf(uri)));
        var seen = new List<string>();
        var end = Array.FindIndex(shapes, page => page.Link is Link.Backwards or Link.OtherHost or Link.OtherScheme or Link.Empty);
        var readPages = end < 0 ? shapes.Length : end + 1;
        var isRefused = end >= 0 && end < shapes.Length - 1 && shapes[end].Link != Link.Empty;

        // The handler answers at once, so nothing waits here.
        var exception = Record.Exception(() =>
        {
            foreach (var id in read(graph.CreateClient()).ToBlockingEnumerable())
                seen.Add(id);
        });

        Assert.Equal(isRefused ? typeof(AttendanceRequestException) : null, exception?.GetType());
        Assert.Equal(Enumerable.Range(0, readPages).SelectMany(page => Ids(shapes, page)), seen);
        Assert.Equal(Enumerable.Range(0, readPages), graph.Requests.Select(NumberOf));
        Assert.All(graph.Requests, uri => Assert.Equal("https://graph.microsoft.com", uri.GetLeftPart(UriPartial.Authority)));
        return true;
    }

    private static string Json(Page[] shapes, string first, int number)
    {
        var page = shapes[number];
        var value = page.Items < 0
            ? "\"value\":null"
            : $"\"value\":[{string.Join(',', Ids(shapes, number).Select(id => $"{{\"id\":\"{id}\"}}"))}]";
        if (number == shapes.Length - 1)
            return $"{{{value}}}";

        var query = $"?page={number + 1}";
        var link = page.Link switch
        {
            Link.Absolute => first + query,
            Link.Relative => query,
            Link.RelativeToTheHost => new Uri(first).AbsolutePath + query,
            Link.Backwards => number == 0 ? first : $"{first}?page={number}",
            Link.OtherHost => $"https://graph.microsoft.com.evil.example/v1.0/me{query}",
            Link.OtherScheme => $"http://graph.microsoft.com/v1.0/me{query}",
            _ => "",
        };
        return page.LinkFirst ? $$"""{"@odata.nextLink":"{{link}}",{{value}}}""" : $$"""{{{value}},"@odata.nextLink":"{{link}}"}""";
    }

    private static IEnumerable<string> Ids(Page[] shapes, int number) =>
        Enumerable.Range(0, Math.Max(shapes[number].Items, 0)).Select(item => $"{number}.{item}");

    private static int NumberOf(Uri uri) =>
        uri.Query.Length == 0 ? 0 : int.Parse(uri.Query["?page=".Length..], CultureInfo.InvariantCulture);

    private sealed record Page(int Items, Link Link, bool LinkFirst);
}
