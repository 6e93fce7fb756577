namespace Attendance.Client.Archive.Internal;

/// <summary>Which of the OData options an archive understands.</summary>
internal static class KeptQuery
{
    public static ODataQuery WithRecords { get; } = new() { Expand = ["attendanceRecords"] };

    /// <summary>Whether the records are asked for.</summary>
    /// <exception cref="ArgumentException">The query asks for what an archive cannot do.</exception>
    public static bool ExpandsRecords(ODataQuery? query)
    {
        if (query is { Filter: not null } or { OrderBy: not null } or { Select: not null })
        {
            throw new ArgumentException(
                "An archive takes $expand, $top, $skip and $count. Leave $filter, $orderby and $select out, and choose among what comes.",
                nameof(query));
        }

        return query?.Expand?.Any(static item =>
            item.Split('(')[0].Trim().Equals("attendanceRecords", StringComparison.OrdinalIgnoreCase)) == true;
    }

    // $top is the size of a page, and every page is read.
    public static IEnumerable<T> Page<T>(IReadOnlyList<T> items, ODataQuery? query) => items.Skip(query?.Skip ?? 0);
}
