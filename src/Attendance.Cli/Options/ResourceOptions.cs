using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>The options that say what to be told of.</summary>
internal sealed class ResourceOptions
{
    private readonly Option<string[]> _webinars = Many("--webinar", "id", "Reports of a webinar, by its id or page; may be repeated.");
    private readonly Option<string[]> _townhalls = Many("--townhall", "id", "Reports of a town hall, by its id or page; may be repeated.");
    private readonly Option<string[]> _meetings = Many(
        "--meeting", "link",
        "Calls of a meeting, by its long join link, with --encryption-certificate; may be repeated. Application sign-in, on beta.");
    private readonly Option<string[]> _organizers = Many(
        "--organizer", "id", "New webinars and town halls of an organizer, by object id; may be repeated. Application sign-in.");
    private readonly Option<bool> _events = new("--all-events")
    {
        Description = "New webinars and town halls of the tenant. Application sign-in.",
    };
    private readonly Option<bool> _callRecords = new("--call-records")
    {
        Description = "All calls of the tenant that have ended. Application sign-in.",
    };

    public void AddTo(Command command)
    {
        command.Add(_webinars);
        command.Add(_townhalls);
        command.Add(_meetings);
        command.Add(_organizers);
        command.Add(_events);
        command.Add(_callRecords);
    }

    public IReadOnlyList<SubscriptionResource> Read(ParseResult parse)
    {
        var resources = new List<SubscriptionResource>();
        resources.AddRange(Values(parse, _webinars).Select(id =>
            SubscriptionResource.WebinarReports(EventAddress.Read(_webinars.Name, VirtualEventKind.Webinar, id).Id)));
        resources.AddRange(Values(parse, _townhalls).Select(id =>
            SubscriptionResource.TownhallReports(EventAddress.Read(_townhalls.Name, VirtualEventKind.Townhall, id).Id)));
        resources.AddRange(Values(parse, _meetings).Select(ReadMeeting));
        if (Values(parse, _organizers) is { Length: > 0 } organizers)
            resources.Add(SubscriptionResource.Events(organizers));
        if (parse.GetValue(_events))
            resources.Add(SubscriptionResource.Events());
        if (parse.GetValue(_callRecords))
            resources.Add(SubscriptionResource.CallRecords());

        return resources.Count > 0
            ? [.. resources.Distinct()]
            : throw new UsageException(
                "Nothing says what to be told of. Pass --webinar <id>, --townhall <id>, --meeting <link>, --organizer <id>, --all-events " +
                "or --call-records.");
    }

    private static Option<string[]> Many(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore };

    private static string[] Values(ParseResult parse, Option<string[]> option) => parse.GetValue(option) ?? [];

    private SubscriptionResource ReadMeeting(string text) => JoinLink.TryParse(text, out var link)
        ? link.JoinWebUrl is not null
            ? SubscriptionResource.MeetingCalls(link)
            : throw new UsageException(
                $"{_meetings.Name} is a meeting ID or a short link, and a subscription needs the long join link. " +
                "attendance find shows it.")
        : throw new UsageException($"{_meetings.Name} is \"{CellText.Of(CellText.Short(text))}\", which is no join link of a meeting.");
}
