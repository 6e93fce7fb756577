using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>The options that say whose attendance is harvested.</summary>
internal sealed class HarvestScopeOptions(ConnectionOptions connection)
{
    private readonly Option<string[]> _users = new("--user")
    {
        HelpName = "id",
        Description =
            "Object id of an organizer, whose calendar leads to the meetings; may be given many times [default: me, the signed-in user]",
    };

    private readonly Option<string?> _userFile = new("--users")
    {
        HelpName = "file",
        Description = "A file with the object id of an organizer on each line, or - for standard input.",
    };

    private readonly Option<string[]> _groups = new("--group")
    {
        HelpName = "id",
        Description = "Object id of a group whose members organize; may be given many times.",
    };

    private readonly Option<string?> _links = new("--links")
    {
        HelpName = "file",
        Description =
            "A file with the join link of a meeting on each line, for meetings that stand in no such calendar, or - for standard input. " +
            "An application needs links that name their organizer.",
    };

    private readonly Option<bool> _webinars = new("--webinars")
    {
        Description = "Webinars: those of the tenant for an application, or else those of the signed-in user.",
    };

    private readonly Option<bool> _townhalls = new("--townhalls") { Description = "Town halls, likewise." };

    public void AddTo(Command command)
    {
        command.Add(_users);
        command.Add(_userFile);
        command.Add(_groups);
        command.Add(_links);
        command.Add(_webinars);
        command.Add(_townhalls);
    }

    /// <summary>The scope, whose files are read now and whose groups are asked whenever it is harvested.</summary>
    public async Task<Func<AttendanceClient, HarvestScope>> ReadAsync(
        ParseResult parse, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var isOfApplication = connection.ApplicationMethod(parse) is not null;
        var users = (parse.GetValue(_users) ?? [])
            .Concat(await ReadLinesAsync(parse, _userFile, surroundings, cancellationToken).ConfigureAwait(false))
            .Select(static id => id == "me" ? Organizer.Me : Organizer.User(id)).Distinct().ToList();
        var groups = parse.GetValue(_groups) ?? [];
        var meetings = (await ReadLinesAsync(parse, _links, surroundings, cancellationToken).ConfigureAwait(false))
            .Select(line => ReadMeeting(line, isOfApplication)).ToList();
        var (webinars, townhalls) = (parse.GetValue(_webinars), parse.GetValue(_townhalls));
        if (users.Count == 0 && groups.Length == 0 && meetings.Count == 0 && !webinars && !townhalls)
        {
            users.Add(
                isOfApplication
                    ? throw new UsageException(
                        $"{connection.ApplicationMethod(parse)} signs in an application, and nothing says whose attendance to harvest. " +
                        "Pass --user, --users, --group, --links, --webinars or --townhalls.")
                    : Organizer.Me);
        }

        return client => new HarvestScope
        {
            Organizers = groups.Aggregate(
                users.ToAsyncEnumerable(), (all, group) => all.Concat(client.GetGroupMembersAsync(group, cancellationToken))),
            Meetings = meetings,
            Webinars = webinars && isOfApplication,
            Townhalls = townhalls && isOfApplication,
            EventOrganizers = (webinars || townhalls) && !isOfApplication ? [Organizer.Me] : [],
        };
    }

    private static HarvestMeeting ReadMeeting(string line, bool isOfApplication)
    {
        if (!JoinLink.TryParse(line, out var link))
            throw new UsageException($"--links has \"{CellText.Of(line)}\", which is no join link. Put one on each line.");
        if (!isOfApplication)
            return new HarvestMeeting(Organizer.Me, link);

        return link.OrganizerId is { } organizer
            ? new HarvestMeeting(Organizer.User(organizer), link)
            : throw new UsageException(
                $"--links has {CellText.Of(line)}, which does not name its organizer, as an application must. Take the long join link.");
    }

    private static async Task<IEnumerable<string>> ReadLinesAsync(
        ParseResult parse, Option<string?> option, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (parse.GetValue(option) is not { } file)
            return [];

        var text = await InputText.ReadNamedAsync(option.Name, file, surroundings, cancellationToken).ConfigureAwait(false);
        return InputText.LinesOf(text).Select(static line => line.Text);
    }
}
