using System.CommandLine;
using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>The options that say what attendance is measured against, and who was expected.</summary>
internal sealed class MeasureOptions
{
    private readonly Option<bool> _asRan = new("--as-ran")
    {
        Description =
            "Measure against the time that a session ran, whatever was planned: whoever came after the room was opened is late.",
    };

    private readonly Option<string?> _lateAfter = new("--late-after")
    {
        Description = "How late somebody may come, or how early leave, without counting as late or early, such as 10m [default: 5m]",
        HelpName = "span",
    };

    private readonly Option<string?> _leastShare = new("--min-share")
    {
        Description = "Percentage of the planned time from which somebody counts as present rather than partial, such as 80 [default: 75]",
        HelpName = "percent",
    };

    private readonly Option<bool> _invited = new("--invited")
    {
        Description =
            "Compare those who were invited with those who came: whoever is missing is absent, and whoever came uninvited is " +
            "unexpected.",
    };

    private readonly Option<string?> _roster = new("--roster")
    {
        Description =
            "The same with a list of your own: a CSV or XLSX file with a column id, email or name, or several of them, and optionally " +
            "excused.",
        HelpName = "file",
    };

    /// <summary>Who is expected where no file says so, or null for nobody in particular.</summary>
    public IReadOnlyList<ExpectedPerson>? Roster { get; init; }

    public void AddTo(Command command)
    {
        command.Add(_asRan);
        command.Add(_lateAfter);
        command.Add(_leastShare);
        command.Add(_invited);
        command.Add(_roster);
    }

    public bool IsAsRan(ParseResult parse) => parse.GetValue(_asRan);

    /// <summary>The first option that only a list or a page can show, or null where none is given.</summary>
    public Option? FirstOfPeople(ParseResult parse)
    {
        Option[] ofPeople = [_lateAfter, _leastShare, _invited, _roster];
        return Array.Find(ofPeople, option => parse.GetResult(option) is { Implicit: false });
    }

    public string AsRanName => _asRan.Name;

    /// <summary>The choice with what the options say.</summary>
    public async Task<SessionChoice> ReadAsync(ParseResult parse, SessionChoice choice, CancellationToken cancellationToken)
    {
        var thresholds = new AttendanceThresholds();
        return choice with
        {
            AsRan = parse.GetValue(_asRan),
            ExpectsInvited = parse.GetValue(_invited),
            Roster = parse.GetValue(_roster) is { } file
                ? await RosterFile.ReadAsync(_roster.Name, file, cancellationToken).ConfigureAwait(false)
                : Roster,
            Thresholds = thresholds with
            {
                Tolerance = SpanOption.Read(parse, _lateAfter) ?? thresholds.Tolerance,
                PresentFrom = ReadShare(parse) ?? thresholds.PresentFrom,
            },
        };
    }

    private double? ReadShare(ParseResult parse)
    {
        if (parse.GetValue(_leastShare) is not { } text)
            return null;

        return decimal.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? (double)(percent / 100)
            : throw new UsageException(
                $"{_leastShare.Name} is \"{text}\", which is no part of the time. Pass a number from 0 to 100, such as 80.");
    }
}
