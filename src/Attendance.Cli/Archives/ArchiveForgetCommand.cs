using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client.Archive;

namespace Attendance.Cli;

/// <summary>Forgets a person everywhere in an archive.</summary>
internal sealed class ArchiveForgetCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ArchiveOption _archive = new("Archive that is to forget");
    private readonly PseudonymsOption _pseudonyms = new(
        "File with the key of the archive's pseudonyms, to forget by the real id, address or name where pseudonyms stand for people");

    private readonly ConfirmOption _yes = new();
    private readonly JsonOption _json = new();

    private readonly Argument<string> _person = new("person")
    {
        Description =
            "Who: an address, an object id, or the name of somebody of whom neither was sent, such as a guest. What is known by id or " +
            "address of the same person is forgotten along.",
    };

    public ArchiveForgetCommand(Surroundings surroundings)
        : base("forget", "Forget a person everywhere in an archive, for good: nothing that is harvested later brings them back.")
    {
        _surroundings = surroundings;
        Add(_person);
        Add(_archive);
        Add(_pseudonyms);
        Add(_yes);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var person = Read(parse.GetValue(_person)!.Trim());
        _yes.Check(parse);
        var key = await _pseudonyms.ReadAsync(parse, cancellationToken).ConfigureAwait(false);
        var archive = await _archive.OpenAsync(parse, _surroundings, key, cancellationToken).ConfigureAwait(false);
        var result = await archive.ForgetAsync(person, cancellationToken).ConfigureAwait(false);
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(ErasureJson.Of(result))).ConfigureAwait(false);
        else
            ErasureText.Write(new Screen(_surroundings), result);

        if (result == new ErasureResult())
        {
            await _surroundings.Error.WriteLineAsync(
                person.Name is null
                    ? "note: Nothing of this person was kept. What comes later is left out from now on."
                    : "note: Nobody is known by this name alone. People of whom an id or address was sent are forgotten by those.")
                .ConfigureAwait(false);
        }

        if (result.OrganizerIdStays)
        {
            await _surroundings.Error.WriteLineAsync(
                "note: The person organizes meetings that are kept, in whose sources and links the object id stays.").ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private static PersonToForget Read(string text)
    {
        if (text.Length == 0)
            throw new UsageException("Nothing says whom to forget. Pass an address, an object id or a name.");
        if (text.Contains('@', StringComparison.Ordinal))
            return new PersonToForget { EmailAddress = text };

        return Guid.TryParse(text, out _) ? new PersonToForget { Id = text } : new PersonToForget { Name = text };
    }
}
