using System.CommandLine;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Erases what is old from an archive.</summary>
internal sealed class ArchiveEraseCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ArchiveOption _archive = new("Archive to erase from");
    private readonly ConfirmOption _yes = new();
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    private readonly TimeOption _before = new(
        "--before", "Erase what ended before: a date, month or year, or how long ago, such as 1095d for three years")
    {
        Required = true,
    };

    public ArchiveEraseCommand(Surroundings surroundings)
        : base("erase", "Erase what ended before a time, for good: nothing older is kept from then on.")
    {
        _surroundings = surroundings;
        Add(_before);
        Add(_archive);
        Add(_yes);
        Add(_zone);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var now = _surroundings.TimeProvider.GetUtcNow();
        var before = _before.Read(parse, _zone.Read(parse, _surroundings), now)!.Value;
        if (before > now)
        {
            throw new UsageException(
                $"{_before.Name} is \"{parse.GetValue(_before)}\", which is yet to come. Pass a time that is past.");
        }

        _yes.Check(parse);
        var archive = await _archive.OpenAsync(parse, _surroundings, pseudonymKey: null, cancellationToken).ConfigureAwait(false);
        var result = await archive.EraseBeforeAsync(before, cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(ErasureJson.Of(result))).ConfigureAwait(false);
        else
            ErasureText.Write(new Screen(_surroundings), result);

        return ExitCode.Success;
    }
}
