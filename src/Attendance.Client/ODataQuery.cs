using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>OData options of a request. Each is sent only where it is not null.</summary>
/// <remarks>
/// For attendance, Graph documents none of them but <c>$expand=attendanceRecords</c> on a single report, and may ignore or refuse the
/// others. See <see href="https://learn.microsoft.com/graph/query-parameters"/>.
/// </remarks>
public sealed record ODataQuery
{
    /// <summary>What a report with its records is asked for with.</summary>
    internal static ODataQuery WithRecords { get; } = new() { Expand = new ValueList<string>(["attendanceRecords"]) };

    /// <summary><c>$top</c>: most items in a page, from 1. Every page is still read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Top
    {
        get;
        init =>
            field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "$top must be 1 or more.");
    }

    /// <summary><c>$skip</c>: items to leave out, from the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Skip
    {
        get;
        init =>
            field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "$skip must be 0 or more.");
    }

    /// <summary><c>$filter</c>: a condition that the items meet, not encoded.</summary>
    public string? Filter { get; init; }

    /// <summary><c>$orderby</c>: properties to sort by, each with <c> desc</c> behind it to turn the order round.</summary>
    public IReadOnlyList<string>? OrderBy { get; init => field = ValueList.Copy(value); }

    /// <summary><c>$select</c>: properties to return.</summary>
    public IReadOnlyList<string>? Select { get; init => field = ValueList.Copy(value); }

    /// <summary><c>$expand</c>: related entities to return in line, such as <c>attendanceRecords</c> of a report.</summary>
    public IReadOnlyList<string>? Expand { get; init => field = ValueList.Copy(value); }

    /// <summary><c>$count</c>: whether to ask for the number of items in all pages.</summary>
    public bool? Count { get; init; }
}
