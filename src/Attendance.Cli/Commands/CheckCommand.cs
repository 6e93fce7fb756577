using System.CommandLine;
using Attendance.Cli.Json;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Tells what stands between a user and a report, and what mends it.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Surroundings _surroundings;
    private readonly ConnectionOptions _connection;
    private readonly SourceOptions _source;
    private readonly JsonOption _json = new();

    public CheckCommand(Surroundings surroundings)
        : base(
            "check",
            "Check what stands between you and a report: sign-in, token and permissions, and of a meeting or session also access policy, " +
            "reports and records. The exit code is 0 only where all of it is right.")
    {
        _surroundings = surroundings;
        _connection = new ConnectionOptions(surroundings);
        _source = new SourceOptions(_connection, readsFiles: false);
        _source.AddTo(this);
        _connection.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await _source.ReadInputAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        var diagnosis = await DiagnoseAsync(parse, cancellationToken).ConfigureAwait(false);
        if (!_connection.IsDemo(parse))
            diagnosis = WithRemedies(diagnosis, _connection.ReadSignIn(parse));
        if (parse.GetValue(_json))
            await _surroundings.Output.WriteLineAsync(OutputJson.Of(AccessJson.Of(diagnosis))).ConfigureAwait(false);
        else
            AccessTable.Write(new Screen(_surroundings), diagnosis);

        return diagnosis.Outcome is AccessOutcome.Right ? ExitCode.Success : ExitCode.RequestFailed;
    }

    private async Task<AccessDiagnosis> DiagnoseAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        AttendanceClient client;
        try
        {
            client = await _connection.CreateClientAsync(parse, _surroundings, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException failed)
        {
            // Nobody is signed in, which is what is asked about.
            return new AccessDiagnosis([new(AccessStepKind.SignIn, AccessOutcome.Missing, failed.Message, failed.Remedy)]);
        }

        if (_source.NameOfGiven(parse) is null)
            return await client.DiagnoseAccessAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (_source.ReadLink(parse) is var (organizer, link))
            return await client.DiagnoseAccessAsync(organizer, link, cancellationToken).ConfigureAwait(false);

        var named = await _source.ReadNamedAsync(parse, client, cancellationToken).ConfigureAwait(false);
        return named.Client is null
            ? await client.DiagnoseAccessAsync(named.Source, cancellationToken).ConfigureAwait(false)
            : throw new UsageException($"{named} is a file, in whose way nothing stands. Read it with attendance show.");
    }

    // What the library advises, as the tool has it.
    private static AccessDiagnosis WithRemedies(AccessDiagnosis diagnosis, SignInSettings settings) => new(
    [
        .. diagnosis.Steps.Select(step => (step.Kind, step.Outcome) switch
        {
            (_, AccessOutcome.Right) => step,
            (AccessStepKind.SignIn, _) => OfSignIn(step, settings),
            _ => step with { Remedy = InOptions(step.Remedy, settings) },
        }),
    ]);

    private static AccessStep OfSignIn(AccessStep step, SignInSettings settings)
    {
        const string OtherWays = "attendance help sign-in tells of each way.";
        return step.Remedy switch
        {
            { } remedy when remedy.Contains("attendance ", StringComparison.Ordinal) => step,

            // It lists every way that it tried, each with a page for programmers.
            _ when settings.Method is AuthMethod.Default => step with
            {
                Detail = Failure.NobodySignedIn,
                Remedy = $"Sign in; {OtherWays}\nattendance login --tenant {{the tenant}} --client-id {{the application's id}}",
            },
            { } remedy when !remedy.StartsWith("Sign in again", StringComparison.Ordinal) => step,
            _ when settings is { IsInteractive: true, ProfileName: { } profile } =>
                step with { Remedy = $"Sign in again:\nattendance login --profile {profile}" },
            _ => step with { Remedy = $"Check --tenant, --client-id and the secret or certificate; {OtherWays}" },
        };
    }

    private static string? InOptions(string? remedy, SignInSettings settings) => remedy?
        .Replace(
            ", and get a new token:",
            settings switch
            {
                { IsInteractive: true } => ", and sign in again:",
                { Method: AuthMethod.Token } => ", and get a new token:",
                _ => ", and check again:",
            },
            StringComparison.Ordinal)
        .Replace("Name a source,", "Name a meeting,", StringComparison.Ordinal)
        .Replace(
            "Name the organizer by object id, as Organizer.User does.",
            "Pass the organizer's object id to --user.",
            StringComparison.Ordinal);
}
