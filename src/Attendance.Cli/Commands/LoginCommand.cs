using System.CommandLine;
using Attendance.Cli.Json;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>Signs in once, for all commands that come later.</summary>
internal sealed class LoginCommand : Command
{
    private const string UnsafeVariable = "ATTENDANCE_UNSAFE_STORE";

    private readonly Surroundings _surroundings;
    private readonly SignInOptions _signIn = new();
    private readonly ZoneOption _zone = new();
    private readonly JsonOption _json = new();
    private readonly Option<bool> _unsafe = new("--unsafe-store")
    {
        Description =
            "Keep the sign-in in clear, in a file that only you may read, where the machine has no safe store " +
            $"[default: {UnsafeVariable}=1]",
    };

    public LoginCommand(Surroundings surroundings)
        : base(
            "login",
            "Sign in once; later commands do not ask again. The way to sign in, by default in a browser, is kept as a profile, which " +
            "--profile " +
            "names.")
    {
        _surroundings = surroundings;
        _signIn.AddTo(this);
        Add(_unsafe);
        Add(_zone);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var zone = _zone.Read(parse, _surroundings);
        var settings = _signIn.ReadNew(parse, _surroundings);
        settings = settings with
        {
            HasUnsafeStore =
                settings.HasUnsafeStore || parse.GetValue(_unsafe) || _surroundings.Environment(UnsafeVariable) is "1" or "true",
        };
        if (settings.Method is AuthMethod.Token)
        {
            throw new UsageException(
                "There is nothing to keep of --auth token, whose token expires within the hour. " +
                "Set ATTENDANCE_AUTH to token for the commands that are to use it.");
        }

        var name = settings.ProfileName!;
        var profiles = new Profiles(_surroundings);
        var signIn = new SignIn(_surroundings, settings);
        AuthenticationRecord? account = null;
        if (settings.IsInteractive)
        {
            signIn.CheckInteractive();
            var tokens = profiles.TokensOf(name, settings.HasUnsafeStore, isNew: true);
            tokens.Check();
            account = await signIn.AuthenticateAsync(tokens, cancellationToken).ConfigureAwait(false);
            profiles.Save(name, Profile.Of(settings), account);
        }

        // What comes later asks in the same way, so that this tells whether it will work.
        var token = await signIn.GetTokenAsync(signIn.CreateCredential(), cancellationToken).ConfigureAwait(false);
        if (account is null)
            profiles.Save(name, Profile.Of(settings), account);

        var who = SignedIn.Of(settings, token);
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(SignedInJson.Of(who))).ConfigureAwait(false);
        else
            SignedInText.Write(new Screen(_surroundings), who, zone);

        return ExitCode.Success;
    }
}
