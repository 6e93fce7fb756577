namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>A picture as a file of its own.</summary>
internal static class SvgFile
{
    public const double Width = 960;

    public static string Of(Picture picture) => new Markup().Add($"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.Width} {picture.Height}" width="{picture.Width}" height="{picture.Height}" class="attendance-chart" role="img">
        <title>{picture.Title}</title>
        <desc>{picture.Description}</desc>
        <style>{Resource.ChartStyle}</style>
        <rect class="paper" width="100%" height="100%"/>
        {picture.Body}</svg>

        """).ToString();
}
