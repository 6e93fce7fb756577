namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What is drawn, and what all of its pictures need of it, made once.</summary>
internal sealed record Drawing(AttendanceSummary Summary, TimeZoneInfo Zone, string? Title, ChartText Text, List<AttendeeSummary> People)
{
    public static Drawing Of(AttendanceSummary summary, ChartOptions options) =>
        new(summary, options.TimeZone, options.Title, ChartText.For(summary, options.TimeZone), Listing.InOrder(summary));

    /// <summary>Title of a picture, after that of what was attended.</summary>
    public string TitleOf(string picture) =>
        Title is null ? picture : $"{Title}: {char.ToLowerInvariant(picture[0])}{picture.Substring(1)}";
}
