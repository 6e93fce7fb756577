using System.CommandLine;
using System.Threading.RateLimiting;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>The options that say where to read from, and who asks.</summary>
internal sealed class ConnectionOptions(Surroundings surroundings)
{
    private readonly Option<bool> _demo = new("--demo") { Description = "Read the sample data inside the tool: no network, no sign-in." };

    private readonly SignInOptions _signIn = new();

    private readonly Option<bool> _beta = new("--beta")
    {
        Description = "Ask beta instead of v1.0; it sends reactions and raised hands too (see --json).",
    };

    public void AddTo(Command command)
    {
        command.Add(_demo);
        _signIn.AddTo(command);
        command.Add(_beta);
    }

    public bool IsDemo(ParseResult parse) => parse.GetValue(_demo);

    /// <summary>Who signs in.</summary>
    public SignInSettings ReadSignIn(ParseResult parse) => _signIn.Read(parse, surroundings);

    /// <summary>What has an application sign in, for which there is no <c>me</c>, or null where nothing does.</summary>
    public string? ApplicationMethod(ParseResult parse)
    {
        if (IsDemo(parse) || ReadSignIn(parse) is not { IsOfApplication: true } settings)
            return null;

        return settings.ProfileName is null ? $"{settings.Auth.Name} {settings.Auth.Value}" : settings.Auth.Name;
    }

    /// <summary>The options as they were given, each followed by a blank, for a command that the user is told to run next.</summary>
    public string ArgumentsOf(ParseResult parse)
    {
        Option<bool>[] flags = [_demo, _beta];
        return string.Concat(flags.Where(parse.GetValue).Select(option => $"{option.Name} ")) + _signIn.ArgumentsOf(parse);
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
            var client = CreateClient(parse, around with { Error = status }, virtualEventsLimit);
            return await work(client, status).ConfigureAwait(false);
        }
    }

    public AttendanceClient CreateClient(ParseResult parse, Surroundings around, RateLimiter? virtualEventsLimit = null)
    {
        var version = parse.GetValue(_beta) ? GraphVersion.Beta : GraphVersion.V1;
        return parse.GetValue(_demo)
            ? CreateDemoClient(parse, around, version)
            : CreateRealClient(parse, around, version, virtualEventsLimit);
    }

    private AttendanceClient CreateDemoClient(ParseResult parse, Surroundings around, GraphVersion version)
    {
        if (_signIn.All.FirstOrDefault(option => parse.GetResult(option) is not null) is { } contradiction)
        {
            throw new UsageException(
                $"--demo and {contradiction.Name} contradict each other, as the sample data is inside the tool. Leave one of them out.");
        }

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
