using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The option that names a report.</summary>
internal sealed class ReportOption : Option<string?>
{
    public ReportOption()
        : base("--report")
    {
        Description = "Report to read [default: the one of the newest session]";
        HelpName = "id";
    }

    /// <summary>Id of the report, which a path may also go on to, or null where neither names one.</summary>
    public string? Read(ParseResult parse, SourceOptions source)
    {
        var asked = parse.GetValue(this);
        var inSource = source.ReadReportId(parse);
        if (asked is not null && inSource is not null && asked != inSource)
        {
            throw new UsageException(
                $"{Name} is {asked}, and {source.NameOfGiven(parse)} goes on to the report {inSource}. Leave one of them out.");
        }

        return asked ?? inSource;
    }
}
