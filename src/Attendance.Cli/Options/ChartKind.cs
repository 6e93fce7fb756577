namespace Attendance.Cli;

/// <summary>What a chart shows.</summary>
internal enum ChartKind
{
    /// <summary>An HTML page with everything.</summary>
    Page,

    /// <summary>How many people were there over time, as SVG.</summary>
    HeadCount,

    /// <summary>When each of them was there, as SVG.</summary>
    Stays,
}
