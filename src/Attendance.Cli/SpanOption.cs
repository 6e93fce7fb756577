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

    public TimeSpan Read(ParseResult parse)
    {
        if (parse.GetValue(this) is not { } text)
            return _fallback;
        if (!SpanText.TryRead(text, out var span))
            throw new UsageException($"{Name} is \"{text}\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.");

        return span >= _shortest && span <= _longest
            ? span
            : throw new UsageException($"{Name} is {text}, which is too {(span < _shortest ? "short" : "long")}. Pass one from {SpanText.Of(_shortest)} to {SpanText.Of(_longest)}.");
    }
}
