namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What is drawn, and what all of its pictures need of it, made once.</summary>
internal sealed record Drawing(AttendanceSummary Summary, ChartOptions Options, Wording Wording, List<AttendeeSummary> People)
{
    public TimeZoneInfo Zone => Options.TimeZone;

    public ChartTexts Texts => Options.Texts;

    public static Drawing Of(AttendanceSummary summary, ChartOptions options)
    {
        var wording = Wording.For(summary, options);
        return new Drawing(summary, options, wording, Listing.InOrder(summary, wording));
    }

    /// <summary>Title of a picture, after that of what was attended.</summary>
    public string TitleOf(string picture) => Options.Title is { } title ? Wording.Fill(Texts.PictureTitle, title, picture) : picture;
}
