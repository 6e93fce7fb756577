using System.Text.Json.Nodes;

namespace Attendance.Cli;

/// <summary>A list in pages, so that no answer is long.</summary>
internal static class Paging
{
    public const int DefaultSize = 25;
    public const int LargestSize = 50;

    /// <summary>Adds the page that is asked for to an answer, with where it stands.</summary>
    /// <param name="answer">The answer, which has the totals.</param>
    /// <param name="name">What is listed.</param>
    /// <param name="items">All that there is.</param>
    /// <param name="arguments">Says which page.</param>
    /// <param name="write">Writes one of them, which stands at a place in the list.</param>
    /// <exception cref="UsageException">There is no such page.</exception>
    public static void Add<T>(
        JsonObject answer, string name, IReadOnlyList<T> items, ToolArguments arguments, Func<T, int, JsonObject> write)
    {
        var size = Math.Min(arguments.Number(ToolArguments.PageSizeName) ?? DefaultSize, LargestSize);
        var page = arguments.Number(ToolArguments.PageName) ?? 1;
        var pages = Math.Max(1, (items.Count + size - 1) / size);
        if (page > pages)
        {
            var count = pages == 1 ? "is 1 page" : $"are {CellText.Of(pages)} pages";
            throw new UsageException($"{ToolArguments.PageName} is {CellText.Of(page)}, and there {count}. Pass a lower one.");
        }

        var first = (page - 1) * size;
        answer["page"] = page;
        answer["pages"] = pages;
        if (page < pages)
            answer["next"] = $"Call again with page {CellText.Of(page + 1)} and the same other arguments for more.";
        answer[name] = new JsonArray([.. items.Skip(first).Take(size).Select((item, index) => (JsonNode)write(item, first + index))]);
    }
}
