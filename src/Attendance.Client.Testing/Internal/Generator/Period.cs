using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>From when to when a session goes.</summary>
internal sealed record Period(DateTimeOffset Start, TimeSpan Length)
{
    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public DateTimeOffset End => Start + Length;

    public static Period Of(DateTimeOffset start, TimeSpan length) => length >= TimeSpan.Zero
        ? new Period(start.ToUniversalTime(), length)
        : throw new ArgumentOutOfRangeException(
            nameof(length), length, "A session cannot end before it begins. Give a length of zero or more, such as TimeSpan.FromHours(1).");

    /// <summary>Reads a time such as <c>2026-03-02T09:00Z</c>; as in Graph, one without zone is UTC.</summary>
    public static DateTimeOffset ParseTime(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        return DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new FormatException(
                $"\"{text}\" is no time. Write date and time as ISO 8601 does, " +
                "such as \"2026-03-02T09:00Z\" or \"2026-03-02T09:00:30.5+01:00\".");
    }

    public Period Later(TimeSpan later) => new(Start + later, Length);

    /// <summary>Reads a stay that is written relative to the start: <c>0:05-0:30</c>, with <c>?</c> for a time that Graph lacks.</summary>
    public AttendanceInterval ParseStay(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        // The minus of a time before the start is no dash between two times.
        var dash = text.Length == 0 ? -1 : text.IndexOf('-', 1);
        if (dash < 0)
            throw Wrong(text, "has no dash between two times");

        var joined = ParseStayTime(text, text.Substring(0, dash));
        var left = ParseStayTime(text, text.Substring(dash + 1));
        return left < joined ? throw Wrong(text, "ends before it begins") : Stay.Of(joined, left);
    }

    private DateTimeOffset? ParseStayTime(string text, string time)
    {
        if (time == "?")
            return null;

        var isBefore = time.StartsWith("-", StringComparison.Ordinal);
        string[] formats = [@"h\:mm", @"h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF"];
        if (!TimeSpan.TryParseExact(isBefore ? time.Substring(1) : time, formats, CultureInfo.InvariantCulture, out var offset))
            throw Wrong(text, $"has \"{time}\" in place of a time");

        return Start + (isBefore ? -offset : offset);
    }

    private static FormatException Wrong(string text, string fault) => new(
        $"The stay \"{text}\" {fault}. Write hours and minutes since the session began, " +
        "such as \"0:05-0:30\" or \"-0:10-1:02:30\", and ? for a time that Graph lacks, such as \"0:05-?\".");
}
