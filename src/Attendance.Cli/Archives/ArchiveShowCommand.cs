using System.CommandLine;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Tells what an archive holds.</summary>
internal sealed class ArchiveShowCommand : Command
{
    private const int HarvestCount = 3;

    private readonly Surroundings _surroundings;
    private readonly ArchiveOption _archive = new("Archive to look at");
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    public ArchiveShowCommand(Surroundings surroundings)
        : base("show", "Tell what an archive holds: counts, the time it covers, the last harvests, what they could not read, and privacy.")
    {
        _surroundings = surroundings;
        Add(_archive);
        Add(_zone);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var archive = await _archive.OpenAsync(parse, _surroundings, pseudonymKey: null, cancellationToken).ConfigureAwait(false);
        var overview = await archive.GetOverviewAsync(cancellationToken).ConfigureAwait(false);
        var harvests = await archive.GetHarvestsAsync(HarvestCount, cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(ArchiveJson.Of(overview, harvests))).ConfigureAwait(false);
        else
            OverviewText.Write(new Screen(_surroundings), overview, harvests, zone);

        return ExitCode.Success;
    }
}
