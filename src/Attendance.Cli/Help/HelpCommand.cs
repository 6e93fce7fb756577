using System.CommandLine;

namespace Attendance.Cli;

/// <summary>Tells of a command, or of what many commands share.</summary>
internal sealed class HelpCommand : Command
{
    private const string SignInTopic = "sign-in";

    private const string SignInText = """
        Sign in once; later commands do not ask again, not even two of them in a pipe:

          $ attendance login --tenant <your tenant> --client-id <your application>
          $ attendance check "<join link>"

        attendance demo, and --demo anywhere, need no sign-in. attendance whoami shows who is signed in, and attendance logout forgets it.

        Every command that asks Microsoft Graph has these options. An option wins over its variable, and both over the profile.
        A profile is taken whole or not at all: not where any other of these options, or of the variables with ATTENDANCE_, is given.

        --profile <name>       Sign-in of that name [ATTENDANCE_PROFILE, or else the one that was signed in last]
        --auth <method>        How to sign in [ATTENDANCE_AUTH, or else browser for login, default for all others]
          default              whatever works first, among environment variables, managed identity and Azure CLI
          browser              as yourself, needs --client-id
          device               the same, in a browser elsewhere
          cli                  as az login --service-principal did; users of az login lack the permission
          managed              as this machine
          secret               as an application, with --tenant, --client-id and the variable AZURE_CLIENT_SECRET
          certificate          as an application, with --tenant, --client-id and --certificate
          workload             as an application in Kubernetes or a build, with --tenant, --client-id and AZURE_FEDERATED_TOKEN_FILE
          token                with the token in the variable ATTENDANCE_TOKEN
        --tenant <id>          Tenant to sign in to, its id or domain [ATTENDANCE_TENANT or AZURE_TENANT_ID]
        --client-id <id>       Application to sign in as, or the user-assigned managed identity [ATTENDANCE_CLIENT_ID or AZURE_CLIENT_ID]
        --certificate <file>   PEM or PFX file with the private key [ATTENDANCE_CERTIFICATE or AZURE_CLIENT_CERTIFICATE_PATH],
                               whose password is in the variable AZURE_CLIENT_CERTIFICATE_PASSWORD
        --cloud <name>         global, usgov (GCC High), dod or china, where Graph serves no attendance [ATTENDANCE_CLOUD, or else global]
        --endpoint <url>       Root of Graph without the version, for a gateway or a test server [ATTENDANCE_ENDPOINT]
        --authority <url>      Root of another sign-in server than the cloud's, for tests [ATTENDANCE_AUTHORITY]
        --user <id>            Object id of the organizer, which an application must give, as there is no "me" for it

        attendance login keeps profiles in $XDG_CONFIG_HOME/attendance, ~/.config/attendance or %APPDATA%\attendance, or where the variable
        ATTENDANCE_CONFIG_DIR says. You alone may read them, and no secret and no password is in them. The tokens of browser and device are in
        the safe store of the machine: of Windows, the keychain of macOS, or a keyring by libsecret. Where there is none, login says so;
        --unsafe-store, or ATTENDANCE_UNSAFE_STORE=1, has it keep them in clear beside the profiles.

        As yourself, register an application with the redirect address http://localhost and the delegated permissions
        OnlineMeetings.Read and OnlineMeetingArtifact.Read.All, allow public client flows for device, and have an administrator consent.

        As an application, it needs OnlineMeetings.Read.All and OnlineMeetingArtifact.Read.All, and an application access policy:
        https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy
        """;

    public HelpCommand(Surroundings surroundings)
        : base("help", "Explain how to sign in, or what a command does.")
    {
        var topic = new Argument<string?>("topic")
        {
            Description = $"{SignInTopic}, or the name of a command.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "topic",
        };
        topic.CompletionSources.Add(
            context => [SignInTopic, .. context.ParseResult.RootCommandResult.Command.Subcommands.Select(command => command.Name)]);
        Add(topic);
        SetAction(async (parse, cancellationToken) =>
        {
            var asked = parse.GetValue(topic);
            if (asked == SignInTopic)
            {
                foreach (var line in SignInText.ReplaceLineEndings("\n").Split('\n'))
                    await surroundings.Output.WriteLineAsync(line).ConfigureAwait(false);
                return ExitCode.Success;
            }

            string[] names = [.. parse.RootCommandResult.Command.Subcommands.Select(command => command.Name)];
            return asked is null || names.Contains(asked, StringComparer.Ordinal)
                ? await new CommandLineApp(surroundings).RunAsync(
                    asked is null ? ["--help"] : [asked, "--help"], cancellationToken).ConfigureAwait(false)
                : throw new UsageException(
                    $"{Misspelling.Tell(asked, parse.RootCommandResult.Command)} " +
                    $"There is help on {SignInTopic} and on {string.Join(", ", names)}.");
        });
    }
}
