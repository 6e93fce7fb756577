using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Tells the user which items of a list have times that this machine cannot place, as it does not know their zones.</summary>
internal static class UnplacedTimes
{
    private const int MostNames = 10;

    /// <summary>Whether there is a time, and nobody can tell when it is.</summary>
    public static bool Has(DateTimeTimeZone? time) => time is { DateTime: not null, At: null };

    /// <summary>Tells of those whose start or end is not known here, if there are any.</summary>
    /// <param name="error">Where to.</param>
    /// <param name="items">The items of the list, each with what it is called.</param>
    /// <param name="what">What the items are, such as meetings.</param>
    public static async Task WriteAsync(
        TextWriter error, IReadOnlyCollection<(string? Name, DateTimeTimeZone? Start, DateTimeTimeZone? End)> items, string what)
    {
        List<string> unplaced =
        [
            .. items.Where(item => Has(item.Start) || Has(item.End)).Select(
                item => $"{CellText.Of(item.Name)} ({CellText.Of((Has(item.Start) ? item.Start : item.End)!.ToString())})"),
        ];
        if (unplaced.Count == 0)
            return;

        await error.WriteLineAsync(
            $"note: {unplaced.Count} of {items.Count} {what} {(unplaced.Count == 1 ? "has a time" : "have times")} in a zone that " +
            $"this machine does not know: {Names(unplaced)}. They are listed all the same, with the time as Graph sent it, " +
            "which JSON has as null.").ConfigureAwait(false);
    }

    /// <summary>Names one after another, or the first of them and how many follow.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
