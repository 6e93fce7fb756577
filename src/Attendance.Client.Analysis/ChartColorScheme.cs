namespace Attendance.Client.Analysis;

/// <summary>Whether charts are light or dark.</summary>
public enum ChartColorScheme
{
    /// <summary>As who looks at them prefers; for a page that does the same.</summary>
    Follow,

    /// <summary>Light, whatever anybody prefers.</summary>
    Light,

    /// <summary>Dark, whatever anybody prefers; light on paper.</summary>
    Dark,
}
