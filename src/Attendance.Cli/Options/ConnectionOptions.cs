using System.CommandLine;
using System.Threading.RateLimiting;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>The options that say where to read from, and who asks.</summary>
internal sealed class ConnectionOptions(Surroundings surroundings, bool readsArchives = true)
{
    private readonly Option<bool> _demo = new("--demo") { Description = "Read the sample data inside the tool: no network, no sign-in." };

    private readonly ArchiveOption _archive = new("Read what an archive has kept: no network, no sign-in");

    private readonly SignInOptions _signIn = new();

    private readonly Option<bool> _beta = new("--beta")
    {
        Description = "Ask beta instead of v1.0; it sends reactions and raised hands too (see --json).",
    };

    /// <summary>The client that is there already, where one serves many questions, or null where each command makes its own.</summary>
    public AttendanceClient? Client { get; init; }

    public void AddTo(Command command)
    {
        command.Add(_demo);
        if (readsArchives)
            command.Add(_archive);
        _signIn.AddTo(command);
        command.Add(_beta);
    }

    public bool IsDemo(ParseResult parse) => parse.GetValue(_demo);

    /// <summary>Who signs in.</summary>
    public SignInSettings ReadSignIn(ParseResult parse) => _signIn.Read(parse, surroundings);

    /// <summary>What has an application sign in, for which there is no <c>me</c>, or null where nothing does.</summary>
    public string? ApplicationMethod(ParseResult parse)
    {
        if (IsDemo(parse) || IsArchive(parse, surroundings) || ReadSignIn(parse) is not { IsOfApplication: true } settings)
            return null;

        return settings.ProfileName is null ? $"{settings.Auth.Name} {settings.Auth.Value}" : settings.Auth.Name;
    }

    /// <summary>The options as they were given, each followed by a blank, for a command that the user is told to run next.</summary>
    public string ArgumentsOf(ParseResult parse)
    {
        Option<bool>[] flags = [_demo, _beta];
        var archive = readsArchives && parse.GetValue(_archive) is { } name ? $"{_archive.Name} {Argument.Quoted(name)} " : "";
        return string.Concat(flags.Where(parse.GetValue).Select(option => $"{option.Name} ")) + archive + _signIn.ArgumentsOf(parse);
    }

    /// <summary>Works with a client beside a line that shows how far it is.</summary>
    public Task<T> UseClientAsync<T>(ParseResult parse, Surroundings around, Func<AttendanceClient, StatusLine, Task<T>> work) =>
        UseClientAsync(parse, around, virtualEventsLimit: null, work);

    /// <summary>Works with a client that keeps to a limit for webinars and town halls.</summary>
    public async Task<T> UseClientAsync<T>(
        ParseResult parse, Surroundings around, RateLimiter? virtualEventsLimit, Func<AttendanceClient, StatusLine, Task<T>> work)
    {
        var status = new StatusLine(around.Error, around.ErrorTerminalWidth);
        await using (status.ConfigureAwait(false))
        {
            // What the library warns of is not to break into the line.
            var client = await CreateClientAsync(parse, around with { Error = status }, virtualEventsLimit, around.Stopping)
                .ConfigureAwait(false);
            return await work(client, status).ConfigureAwait(false);
        }
    }

    public Task<AttendanceClient> CreateClientAsync(ParseResult parse, Surroundings around, CancellationToken cancellationToken) =>
        CreateClientAsync(parse, around, virtualEventsLimit: null, cancellationToken);

    public async Task<AttendanceClient> CreateClientAsync(
        ParseResult parse, Surroundings around, RateLimiter? virtualEventsLimit, CancellationToken cancellationToken)
    {
        if (Client is not null)
            return Client;

        if (IsArchive(parse, around))
        {
            RefuseBeside(_archive, "an archive is read without them", parse, [_demo, _beta, .. _signIn.All]);
            var archive = await _archive.OpenAsync(parse, around, pseudonymKey: null, cancellationToken).ConfigureAwait(false);
            return archive.CreateClient();
        }

        var version = parse.GetValue(_beta) ? GraphVersion.Beta : GraphVersion.V1;
        return parse.GetValue(_demo)
            ? CreateDemoClient(parse, around, version)
            : CreateRealClient(parse, around, version, virtualEventsLimit);
    }

    private static void RefuseBeside(Option option, string reason, ParseResult parse, IEnumerable<Option> others)
    {
        if (others.FirstOrDefault(other => parse.GetResult(other) is { Implicit: false }) is { } contradiction)
        {
            throw new UsageException(
                $"{option.Name} and {contradiction.Name} contradict each other, as {reason}. Leave one of them out.");
        }
    }

    // Who says on the command line how to reach Graph means Graph, whatever the variable says.
    private bool IsArchive(ParseResult parse, Surroundings around) =>
        readsArchives
        && (_archive.IsGiven(parse)
            || (_archive.Read(parse, around) is not null
                && !new Option[] { _demo, _beta }.Concat(_signIn.All).Any(option => parse.GetResult(option) is { Implicit: false })));

    private AttendanceClient CreateDemoClient(ParseResult parse, Surroundings around, GraphVersion version)
    {
        RefuseBeside(_demo, "the sample data is inside the tool", parse, _signIn.All);
        return SampleData.CreateGraph().CreateClient(
            new AttendanceClientOptions { Version = version, TimeProvider = around.TimeProvider });
    }

    private AttendanceClient CreateRealClient(
        ParseResult parse, Surroundings around, GraphVersion version, RateLimiter? virtualEventsLimit)
    {
        var settings = ReadSignIn(parse);
        var options = new AttendanceClientOptions
        {
            Version = version,
            Endpoint = settings.Graph,
            ApplicationId = "attendance-cli",
            VirtualEventsRateLimiter = virtualEventsLimit,
            TimeProvider = around.TimeProvider,
            LoggerFactory = new Notes(around.Error),
        };
        var credential = new SignIn(around, settings).CreateCredential();
        return around.Handler is { } handler
            ? new AttendanceClient(new HttpClient(handler, disposeHandler: false), credential, options)
            : new AttendanceClient(credential, options);
    }
}
