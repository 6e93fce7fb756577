using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Lists what the application has subscribed to, and ends it.</summary>
internal sealed class SubscriptionsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly Option<string[]> _end = new("--end")
    {
        HelpName = "id",
        Description = "End a subscription instead of listing all; may be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    public SubscriptionsCommand(Surroundings surroundings)
        : base("subscriptions", "List what the signed-in application, or the user of it, has subscribed to, or end some of it.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings, readsArchives: false);
        Add(_end);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var ended = parse.GetValue(_end) ?? [];
        var left = await _connection.UseClientAsync(parse, _surroundings, async (client, _) =>
        {
            var subscriptions = new AttendanceSubscriptions(client, _surroundings.TimeProvider);
            foreach (var id in ended)
                await EndAsync(subscriptions, id, cancellationToken).ConfigureAwait(false);

            var left = new List<Subscription>();
            await foreach (var subscription in subscriptions.ListAsync(cancellationToken).ConfigureAwait(false))
                left.Add(subscription);

            return left;
        }).ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(left.Select(SubscriptionJson.Of))).ConfigureAwait(false);
        else
            SubscriptionsTable.Write(new Screen(_surroundings), left, zone);

        return ExitCode.Success;
    }

    private async Task EndAsync(AttendanceSubscriptions subscriptions, string id, CancellationToken cancellationToken)
    {
        try
        {
            await subscriptions.EndAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"{_end.Name} is \"{CellText.Of(CellText.Short(id))}\", which is no id of a subscription.");
        }
    }
}
