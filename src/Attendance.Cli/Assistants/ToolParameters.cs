namespace Attendance.Cli;

/// <summary>The parameters that several tools have.</summary>
internal static class ToolParameters
{
    private const string Times =
        "an ISO date (2026-10-05) or time (2026-10-05T14:00, in the server's time zone, or with an offset), a month (2026-10), a year, " +
        "\"last month\", \"this week\", yesterday, or how long ago (7d, 12h)";

    public static ToolParameter Source { get; } = new(
        "source",
        "What was attended: a Teams join link, a meeting ID (digits), the page of a webinar or town hall, or a source that another " +
        "tool returned.")
    {
        IsRequired = true,
    };

    public static ToolParameter OptionalSource { get; } = Source with
    {
        Description =
            "A recurring meeting, webinar or town hall, as for list_sessions. " +
            "Leave it out for all meetings in the calendar in the time of from and to.",
        IsRequired = false,
    };

    public static ToolParameter Session { get; } = new(
        "session",
        "Which session: the value of session from list_sessions, or a date on which there was just one (2026-10-05). " +
        "Without it, the newest session.");

    public static ToolParameter From { get; } = new("from", $"Begin of the time: {Times}. A period such as a month sets the end too.");

    public static ToolParameter To { get; } = new("to", $"End of the time: {Times}. A date counts to its end.");

    public static ToolParameter LateAfter { get; } = new(
        "late_after", "How late somebody may come, or how early leave, without being counted as late: 5m by default.");

    public static ToolParameter MinShare { get; } = new(
        "min_share", "Percentage of the planned time from which somebody counts as present rather than partial: 75 by default.")
    {
        IsNumber = true,
    };

    public static ToolParameter Expected { get; } = new(
        "expected", "Who is expected: those invited (the default), or those registered for the webinar or town hall.")
    {
        Values = ["invited", "registered"],
    };

    public static ToolParameter People { get; } = new(
        "people",
        "Who is expected, in place of those invited: a list of e-mail addresses, names, \"Name <address>\" or object ids of users.")
    {
        IsList = true,
    };

    public static ToolParameter Page { get; } = new(
        ToolArguments.PageName, "Which page of the list: 1 by default. The totals are of all pages.")
    {
        IsNumber = true,
    };

    public static ToolParameter PageSize { get; } = new(
        ToolArguments.PageSizeName, $"How many a page has, at most {Paging.LargestSize}: {Paging.DefaultSize} by default.")
    {
        IsNumber = true,
    };
}
