using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists who registered for a webinar or town hall.</summary>
internal sealed class RegistrationsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly EventOptions _event = new("registrations");

    public RegistrationsCommand(Surroundings surroundings)
        : base("registrations", """
            List who registered for a webinar or town hall; --json has the answers to its questions too.
            Microsoft describes the registrations of webinars only: of a town hall, Graph may refuse them.
            """)
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _event.AddTo(this);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var (kind, id) = await _event.ReadAsync(parse, _surroundings, _connection, cancellationToken).ConfigureAwait(false);
        var registrations = await new ListReader(_surroundings, _connection)
            .ReadAsync(parse, "registrations", client => client.GetRegistrationsAsync(kind, id, cancellationToken), cancellationToken)
            .ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(registrations.Select(RegistrationJson.Of))).ConfigureAwait(false);
        else if (registrations.Count == 0)
            await _surroundings.Error.WriteLineAsync($"Nobody has registered for the {CellText.Of(kind)} {id}.").ConfigureAwait(false);
        else
            WriteTable($"the {CellText.Of(kind)} {CellText.Of(id)}", registrations, zone);

        return ExitCode.Success;
    }

    private static string NameOf(Registration registration) => CellText.Of($"{registration.FirstName} {registration.LastName}".Trim());

    private void WriteTable(string eventName, List<Registration> registrations, Zone zone)
    {
        var screen = new Screen(_surroundings);
        screen.Line(registrations.Count == 1 ? $"1 registration for {eventName}" : $"{registrations.Count} registrations for {eventName}");

        var wide = new DataTable().Column("Name").Column("E-mail").Column("Status").Column(zone.Title("Registered"))
            .NumberColumn("Answers");
        var narrow = new DataTable().FlexibleColumn("Name\nE-mail").Column("Status").Column(zone.NarrowTitle("Registered"))
            .NumberColumn("Answers");
        foreach (var registration in registrations)
        {
            var name = NameOf(registration);
            var email = CellText.Of(registration.Email);
            var status = CellText.Of(registration.Status?.Value);
            var answers = CellText.Of(registration.Answers.Count);
            wide.Row(name, email, status, zone.TextOf(registration.RegisteredAt), answers);
            narrow.Row($"{name}\n{email}", status, zone.TextInLines(registration.RegisteredAt), answers);
        }

        screen.Render(wide, narrow);
    }
}
