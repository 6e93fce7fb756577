using System.CommandLine;
using Attendance.Cli.Json;

namespace Attendance.Cli;

/// <summary>Tells who is signed in.</summary>
internal sealed class WhoamiCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly SignInOptions _signIn = new();
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();

    public WhoamiCommand(Surroundings surroundings)
        : base("whoami", "Tell who is signed in, what the token allows and when it expires. The token itself is never shown.")
    {
        _surroundings = surroundings;
        _signIn.AddTo(this);
        Add(_zone);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var settings = _signIn.Read(parse, _surroundings);
        var signIn = new SignIn(_surroundings, settings);
        var token = await signIn.GetTokenAsync(signIn.CreateCredential(), cancellationToken).ConfigureAwait(false);
        var who = SignedIn.Of(settings, token);
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(SignedInJson.Of(who))).ConfigureAwait(false);
        else
            SignedInText.Write(new Screen(_surroundings), who, zone);

        return ExitCode.Success;
    }
}
