using System.CommandLine;

namespace Attendance.Cli;

/// <summary>Tells of a command, or of what many commands share.</summary>
internal sealed class HelpCommand : Command
{
    private const string SignInTopic = "sign-in";

    private const string SignInText = """
        Every command that asks Microsoft Graph has the same options for it. attendance demo, and --demo anywhere, need none of them.

        --auth <method>     How to sign in [default: default]
          default           whatever works first, among environment variables, managed identity and Azure CLI
          browser           as yourself, needs --client-id
          device            the same, in a browser elsewhere
          cli               as az login --service-principal did; users of az login lack the permission
          managed           as this machine
          secret            as an application, with --tenant, --client-id and the environment variable AZURE_CLIENT_SECRET
          token             with the token in the environment variable ATTENDANCE_TOKEN
        --tenant <id>       Tenant to sign in to, its id or domain [default: AZURE_TENANT_ID]
        --client-id <id>    Application to sign in as, or the user-assigned managed identity [default: AZURE_CLIENT_ID]
        --cloud <name>      Cloud of the tenant: global, usgov (GCC High), dod or china, where Graph serves no attendance [default: global]
        --endpoint <url>    Root of Graph without the version, for a gateway or a test server
        --user <id>         Object id of the organizer, which an application must give, as there is no "me" for it

        As yourself, register an application with the redirect address http://localhost and the delegated permissions
        OnlineMeetings.Read and OnlineMeetingArtifact.Read.All, have an administrator consent to them, and then:

          $ attendance find "<join link>" --auth browser --tenant <your tenant> --client-id <your application>

        As an application, it needs OnlineMeetings.Read.All and OnlineMeetingArtifact.Read.All, and an application access policy:
        https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy
        """;

    public HelpCommand(Surroundings surroundings)
        : base("help", "Tell how to sign in, or what a command does.")
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
