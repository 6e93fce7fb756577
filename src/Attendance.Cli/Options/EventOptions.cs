using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The options that name a webinar or town hall.</summary>
/// <param name="wanted">What is asked of it, such as sessions.</param>
internal sealed class EventOptions(string wanted)
{
    private readonly SourceArgument _argument = new(
        "The webinar or town hall, by the address of its page or by a Graph path or URL; - reads it from a pipe. " +
        "The options below name it by its id, too.");

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
        command.Add(_argument);
        command.Add(_webinar);
        command.Add(_townhall);
    }

    /// <summary>Which event is meant. The page of one does not say its kind, which takes a request.</summary>
    public async Task<(VirtualEventKind Kind, string Id)> ReadAsync(
        ParseResult parse, Surroundings surroundings, ConnectionOptions connection, CancellationToken cancellationToken)
    {
        if (_argument.Read(parse) is not { } text)
            return Read(parse);
        if (new[] { _webinar, _townhall }.FirstOrDefault(option => parse.GetValue(option) is not null) is { } other)
            throw new UsageException($"{_argument.Quote(parse)} and {other.Name} each name something to read. Pass one of them only.");
        if (text == InputText.StandardInput)
            text = await InputText.ReadSourceAsync(surroundings, sources: null, cancellationToken).ConfigureAwait(false);

        return EventAddress.Find(text) is not var (address, kind)
            ? throw new UsageException(
                $"\"{CellText.Of(CellText.Short(text))}\" is neither the page of a webinar or town hall, nor a Graph path or URL of one. " +
                "Pass an id to --webinar or --townhall.")
            : (
                kind ?? (await EventLookUp.FindAsync(
                    await connection.CreateClientAsync(parse, surroundings, cancellationToken).ConfigureAwait(false), address.Id,
                    cancellationToken).ConfigureAwait(false)).Kind,
                address.Id);
    }

    private (VirtualEventKind Kind, string Id) Read(ParseResult parse) => (parse.GetValue(_webinar), parse.GetValue(_townhall)) switch
    {
        ({ } webinar, null) => (
            VirtualEventKind.Webinar, EventAddress.Read(_webinar.Name, VirtualEventKind.Webinar, webinar).Id),
        (null, { } townhall) => (
            VirtualEventKind.Townhall, EventAddress.Read(_townhall.Name, VirtualEventKind.Townhall, townhall).Id),
        (null, null) => throw new UsageException(
            $"Nothing says whose {wanted} are meant. Pass the address of its page, --webinar <id> or --townhall <id>; " +
            "attendance webinars and attendance townhalls list the ids."),
        _ => throw new UsageException("--webinar and --townhall each name something to read. Pass one of them only."),
    };
}
