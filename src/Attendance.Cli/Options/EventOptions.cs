using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The options that name a webinar or town hall.</summary>
/// <param name="wanted">What is asked of it, such as sessions.</param>
internal sealed class EventOptions(string wanted)
{
    private readonly Option<string?> _webinar = new("--webinar")
    {
        Description = "The webinar: its id, or the address of its page",
        HelpName = "id",
    };

    private readonly Option<string?> _townhall = new("--townhall")
    {
        Description = "The town hall, likewise",
        HelpName = "id",
    };

    public void AddTo(Command command)
    {
        command.Add(_webinar);
        command.Add(_townhall);
    }

    public (VirtualEventKind Kind, string Id) Read(ParseResult parse) => (parse.GetValue(_webinar), parse.GetValue(_townhall)) switch
    {
        ({ } webinar, null) => (
            VirtualEventKind.Webinar, EventAddress.Read(_webinar.Name, VirtualEventKind.Webinar, webinar).Id),
        (null, { } townhall) => (
            VirtualEventKind.Townhall, EventAddress.Read(_townhall.Name, VirtualEventKind.Townhall, townhall).Id),
        (null, null) => throw new UsageException(
            $"Nothing says whose {wanted} are meant. Pass --webinar <id> or --townhall <id>; " +
            "attendance webinars and attendance townhalls list the ids."),
        _ => throw new UsageException("--webinar and --townhall each name something to read. Pass one of them only."),
    };
}
