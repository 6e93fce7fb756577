using System.CommandLine;

namespace Attendance.Cli;

/// <summary>An option that takes how long something is to take.</summary>
internal sealed class SpanOption : Option<string?>
{
    private readonly TimeSpan _fallback;
    private readonly TimeSpan _shortest;
    private readonly TimeSpan _longest;

    public SpanOption(string name, string description, TimeSpan fallback, TimeSpan shortest, TimeSpan longest)
        : base(name)
    {
        _fallback = fallback;
        _shortest = shortest;
        _longest = longest;
        Description = $"{description} [default: {SpanText.Of(fallback)}]";
        HelpName = "span";
        CompletionSources.Add("30s", "1m", "15m", "1h", "1d");
    }

    /// <summary>The span that any option takes, or null where it is not given.</summary>
    public static TimeSpan? Read(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
            return null;

        return SpanText.TryRead(text, out var span)
            ? span
            : throw new UsageException(
                $"{option.Name} is \"{text}\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.");
    }

    public TimeSpan Read(ParseResult parse)
    {
        if (Read(parse, this) is not { } span)
            return _fallback;

        return span >= _shortest && span <= _longest
            ? span
            : throw new UsageException(
                $"{Name} is {parse.GetValue(this)}, which is too {(span < _shortest ? "short" : "long")}. " +
                $"Pass one from {SpanText.Of(_shortest)} to {SpanText.Of(_longest)}.");
    }
}
