using Attendance.Client.Analysis.Internal.Charts;

namespace Attendance.Client.Analysis;

/// <summary>Draws who was there: a whole page, a part of one, or a picture to put into one.</summary>
/// <remarks>
/// What is returned is complete in itself: it asks no address for anything, follows the light or dark scheme of who looks at it, and says
/// in words what it shows to who cannot. Names stand in it as text and are never run, whatever guests call themselves.
/// </remarks>
public static class AttendanceChart
{
    /// <summary>An HTML page with what became of those expected, the figures, the head count over time, and everybody with their stays; for
    /// screens of any width, and for paper.</summary>
    /// <remarks>Its script finds, filters, sorts and copies people, and all is there without it. It holds personal data: names, roles, when
    /// each was there, e-mail addresses of those who have no name or share one, ids of those who have neither, and what became of
    /// registrations.</remarks>
    public static string Page(AttendanceSummary summary, ChartOptions? options = null) =>
        PageHtml.Of(Checked(summary), options ?? new ChartOptions());

    /// <summary>An HTML page with a row for each person and a column for each session, absentees marked, and what each attended in all;
    /// for screens of any width, and for paper.</summary>
    /// <remarks>Its script finds, filters, sorts and copies people, and all is there without it. It holds personal data: names, roles, and
    /// when each was there.</remarks>
    public static string Page(AttendanceRegister register, ChartOptions? options = null) =>
        RegisterPage.Of(Checked(register), options ?? new ChartOptions());

    /// <summary>An HTML page that leads to other pages, such as all charts of a directory, in order of time.</summary>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public static string Index(IEnumerable<ChartIndexEntry> entries, ChartOptions? options = null)
    {
        List<ChartIndexEntry> all = [.. entries ?? throw new ArgumentNullException(nameof(entries))];
        return all.Contains(null!)
            ? throw new ArgumentException("An entry is null. Leave out what was not drawn.", nameof(entries))
            : IndexPage.Of(all, options ?? new ChartOptions());
    }

    /// <summary>The list of people of a page alone, an HTML element to put into another page.</summary>
    /// <remarks>Its style touches nothing else on that page, and its script none but such lists. Several may stand on one page.</remarks>
    public static string PeopleTable(AttendanceSummary summary, ChartOptions? options = null)
    {
        options ??= new ChartOptions();
        var table = new PeopleTable(Drawing.Of(Checked(summary), options));
        return PageShell.Part(table.Of(Rows.Take(table.Rows(), options.MaxPageSize)), options);
    }

    /// <summary>The style of parts of pages, to be served as a file where they must not hold it themselves.</summary>
    public static string StyleSheet(ChartOptions? options = null) =>
        Resource.PartStyle((options ?? new ChartOptions()).ColorScheme).ToString();

    /// <summary>The script of parts of pages, to be served as a file where they must not hold it themselves, and to be run after
    /// them.</summary>
    public static string Script => Resource.Script.ToString();

    /// <summary>An SVG picture of how many people were there over time.</summary>
    public static string HeadCountSvg(AttendanceSummary summary, ChartOptions? options = null)
    {
        options ??= new ChartOptions();
        return SvgFile.Of(HeadCountChart.Of(Drawing.Of(Checked(summary), options), options.Width, options.Height), options);
    }

    /// <summary>An SVG picture of when people were there: a bar for each stay beside the name of up to 200 people, or for more, how many
    /// of them stayed for how long.</summary>
    /// <remarks>It holds personal data: names, or else addresses or ids, and when each was there.</remarks>
    public static string StaysSvg(AttendanceSummary summary, ChartOptions? options = null)
    {
        options ??= new ChartOptions();
        return SvgFile.Of(StaysChart.Of(Drawing.Of(Checked(summary), options), options.Width), options);
    }

    /// <summary>An SVG picture of a register: who was at which session, a square for each, up to 200 people by name.</summary>
    /// <remarks>It holds personal data: names, or else addresses, and at what each was.</remarks>
    public static string RegisterSvg(AttendanceRegister register, ChartOptions? options = null)
    {
        options ??= new ChartOptions();
        return SvgFile.Of(RegisterChart.Of(Checked(register), options), options);
    }

    private static AttendanceRegister Checked(AttendanceRegister register) => register ?? throw new ArgumentNullException(nameof(register));

    private static AttendanceSummary Checked(AttendanceSummary summary) => summary ?? throw new ArgumentNullException(nameof(summary));
}
