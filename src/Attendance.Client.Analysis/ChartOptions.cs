namespace Attendance.Client.Analysis;

/// <summary>How attendance is drawn.</summary>
public sealed record ChartOptions
{
    private const int LargestSize = 100_000;

    /// <summary>What was attended, such as the meeting's subject, or null, as of a blank text, for no more than that it is about
    /// attendance.</summary>
    /// <value>The default is null.</value>
    public string? Title { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Zone in whose local time all times are shown.</summary>
    /// <value>The default is UTC.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeZoneInfo TimeZone { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = TimeZoneInfo.Utc;

    /// <summary>Language of all texts, and how numbers are written.</summary>
    /// <value>The default is <see cref="ChartTexts.English"/>.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ChartTexts Texts { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = ChartTexts.English;

    /// <summary>Who of those registered came, or null to show nothing about registrations.</summary>
    /// <value>The default is null.</value>
    public RegistrationSummary? Registrations { get; init; }

    /// <summary>Whether charts are light, dark, or as who looks at them prefers.</summary>
    /// <value>The default is <see cref="ChartColorScheme.Follow"/>.</value>
    public ChartColorScheme ColorScheme { get; init; }

    /// <summary>How many units wide a picture is drawn, a letter being 12 high.</summary>
    /// <value>The default is 960.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 320 or above 100,000.</exception>
    public int Width
    {
        get;
        init => field = value is >= 320 and <= LargestSize
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Width must be from 320 to 100,000 units.");
    } = 960;

    /// <summary>How many units high the picture of the head count is; others are as high as their rows.</summary>
    /// <value>The default is 300.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 120 or above 100,000.</exception>
    public int Height
    {
        get;
        init => field = value is >= 120 and <= LargestSize
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Height must be from 120 to 100,000 units.");
    } = 300;

    /// <summary>Whether a picture is as wide as the place in which it stands, its units shrinking or growing with it, in place of a pixel
    /// for each.</summary>
    /// <value>The default is false.</value>
    public bool FillsWidth { get; init; }

    /// <summary>Nonce of the content security policy under which pages, parts and pictures are shown, for their style and script; null for
    /// none.</summary>
    /// <value>The default is null.</value>
    public string? Nonce { get; init; }

    /// <summary>Whether style and script stand in pictures and parts themselves.</summary>
    /// <remarks>
    /// Without, for a strict content security policy, pictures have their colours as attributes, which under
    /// <see cref="ChartColorScheme.Follow"/> are those of the text around them and others that can be read on light and on dark; and parts
    /// need <see cref="AttendanceChart.StyleSheet"/> and <see cref="AttendanceChart.Script"/>, served as files. Whole pages have them in
    /// any case.
    /// </remarks>
    /// <value>The default is true.</value>
    public bool HasInlineStyle { get; init; } = true;

    /// <summary>How long a page may be with its lists, in bytes of UTF-8: who does not fit is not listed by name, and is in the figures and
    /// pictures all the same.</summary>
    /// <value>The default is 2,000,000, which is room for about 9,300 people. <see cref="int.MaxValue"/> lists all, however many there
    /// are. Figures and pictures, of some 25,000 bytes, are there in any case.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxPageSize
    {
        get;
        init =>
            field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxPageSize must not be negative.");
    } = 2_000_000;
}
