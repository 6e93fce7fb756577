using Attendance.Client.Analysis.Internal.Charts;

namespace Attendance.Client.Analysis;

/// <summary>Draws who was there: a whole page, or a picture to put into one.</summary>
/// <remarks>
/// What is returned is complete in itself: it asks no address for anything, follows the light or dark scheme of who looks at it, and says
/// in words what it shows to who cannot. Names stand in it as text and are never run, whatever guests call themselves.
/// </remarks>
public static class AttendanceChart
{
    /// <summary>An HTML page with the figures, the head count over time, and everybody with their stays; for screens of any width, and for
    /// paper.</summary>
    /// <remarks>Its script finds and sorts people, and all is there without it. It holds personal data: names, roles, when each was there,
    /// e-mail addresses of those who have no name or share one, ids of those who have neither, and what became of registrations.</remarks>
    public static string Page(AttendanceSummary summary, ChartOptions? options = null) =>
        PageHtml.Of(Checked(summary), options ?? new ChartOptions());

    /// <summary>An SVG picture of how many people were there over time, 960 by 300 units.</summary>
    public static string HeadCountSvg(AttendanceSummary summary, ChartOptions? options = null) =>
        SvgFile.Of(HeadCountChart.Of(Drawing.Of(Checked(summary), options ?? new ChartOptions()), SvgFile.Width));

    /// <summary>An SVG picture of when people were there, 960 units wide: a bar for each stay beside the name of up to 200 people, or the
    /// shade of a crowd for more.</summary>
    /// <remarks>It holds personal data: names, or else addresses or ids, and when each was there.</remarks>
    public static string StaysSvg(AttendanceSummary summary, ChartOptions? options = null) =>
        SvgFile.Of(StaysChart.Of(Drawing.Of(Checked(summary), options ?? new ChartOptions()), SvgFile.Width));

    private static AttendanceSummary Checked(AttendanceSummary summary) => summary ?? throw new ArgumentNullException(nameof(summary));
}
