using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Lists who registered for a webinar.</summary>
internal sealed class RegistrationsCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection = new();
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly Option<string?> _webinar = new("--webinar") { Description = "The webinar", HelpName = "id" };

    public RegistrationsCommand(Surroundings surroundings)
        : base("registrations", "List who registered for a webinar; --json has the answers to its questions too.")
    {
        _surroundings = surroundings;
        Add(_webinar);
        Add(_zone);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var webinar = parse.GetValue(_webinar)
            ?? throw new UsageException(
                "Nothing says whose registrations are meant. Pass --webinar <id>; attendance webinars lists the ids.");
        var registrations = await new ListReader(_surroundings, _connection)
            .ReadAsync(parse, "registrations", client => client.GetRegistrationsAsync(webinar, cancellationToken), cancellationToken)
            .ConfigureAwait(false);

        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(registrations.Select(RegistrationJson.Of))).ConfigureAwait(false);
        else if (registrations.Count == 0)
            await _surroundings.Error.WriteLineAsync($"Nobody has registered for the webinar {webinar}.").ConfigureAwait(false);
        else
            WriteTable(webinar, registrations, zone);

        return ExitCode.Success;
    }

    private static string NameOf(Registration registration) => CellText.Of($"{registration.FirstName} {registration.LastName}".Trim());

    private void WriteTable(string webinar, List<Registration> registrations, Zone zone)
    {
        var screen = new Screen(_surroundings);
        screen.Line(
            registrations.Count == 1
                ? $"1 registration for the webinar {CellText.Of(webinar)}"
                : $"{registrations.Count} registrations for the webinar {CellText.Of(webinar)}");

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
