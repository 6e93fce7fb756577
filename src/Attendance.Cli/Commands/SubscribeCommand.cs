using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Subscribes an application, which listens by itself, to what Graph tells.</summary>
internal sealed class SubscribeCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly ResourceOptions _resources = new();
    private readonly AddressOptions _address = new();
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    public SubscribeCommand(Surroundings surroundings)
        : base(
            "subscribe",
            "Have Microsoft Graph tell an application of yours of new reports. The application listens already, as Graph asks it first; " +
            $"the secret that notifications repeat goes to {AddressOptions.ClientStateVariable}. " +
            "A subscription ends after a day, or after three for calls, unless it is renewed: attendance listen does that.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings, readsArchives: false);
        _resources.AddTo(this);
        _address.AddTo(this);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (_connection.IsDemo(parse))
            throw new UsageException("The sample data inside the tool tells nobody of anything. Leave --demo out.");

        var resources = _resources.Read(parse);
        var zone = _zone.Read(parse, _surroundings);
        var options = new SubscriptionOptions();
        _address.Read(parse, _surroundings, _connection.ReadSignIn(parse).Graph.IsLoopback, options);
        var made = await _connection.UseClientAsync(parse, _surroundings, async (client, _) =>
        {
            var subscriptions = new AttendanceSubscriptions(client, _surroundings.TimeProvider);
            var made = new List<Subscription>();
            foreach (var resource in resources)
            {
                try
                {
                    made.Add(await subscriptions.CreateAsync(resource, options, cancellationToken).ConfigureAwait(false));
                }
                catch (ArgumentException exception) when (exception.ParamName == "options")
                {
                    throw new UsageException(AddressOptions.InOptions(
                        exception.Message.Replace(" (Parameter 'options')", "", StringComparison.Ordinal)));
                }
            }

            return made;
        }).ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(made.Select(SubscriptionJson.Of))).ConfigureAwait(false);
        else
            SubscriptionsTable.Write(new Screen(_surroundings), made, zone);

        return ExitCode.Success;
    }
}
