using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>The options that say where to read from, and who asks.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<bool> _demo = new("--demo") { Description = "Read the sample data inside the tool: no network, no sign-in." };

    private readonly Option<string?> _auth = new("--auth")
    {
        HelpName = "method",
        Description =
            "How to sign in: default, browser, device, cli, managed, secret or token, " +
            "of which attendance help sign-in tells more [default: default]",
    };

    private readonly Option<string?> _tenant = new("--tenant")
    {
        Description = "Tenant to sign in to [default: AZURE_TENANT_ID]",
        HelpName = "id",
    };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description = "Application to sign in as, or the user-assigned managed identity [default: AZURE_CLIENT_ID]",
        HelpName = "id",
    };

    private readonly Option<string?> _cloud = new("--cloud")
    {
        Description = "Cloud of the tenant: global, usgov (GCC High), dod or china, where Graph serves no attendance [default: global]",
        HelpName = "name",
    };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Root of Graph without the version, for a gateway or a test server",
        HelpName = "url",
    };

    private readonly Option<bool> _beta = new("--beta")
    {
        Description = "Ask beta instead of v1.0; it sends reactions and raised hands too (see --json).",
    };

    public ConnectionOptions()
    {
        _auth.CompletionSources.Add([.. Enum.GetValues<AuthMethod>().Select(NameOf)]);
        _cloud.CompletionSources.Add([.. Cloud.All.Select(cloud => cloud.Name)]);
    }

    public void AddTo(Command command)
    {
        command.Add(_demo);
        command.Add(_auth);
        command.Add(_tenant);
        command.Add(_clientId);
        command.Add(_cloud);
        command.Add(_endpoint);
        command.Add(_beta);
    }

    public bool IsDemo(ParseResult parse) => parse.GetValue(_demo);

    /// <summary>The way to sign in where it is one of an application, for which there is no <c>me</c>, or else null.</summary>
    public string? ApplicationMethod(ParseResult parse) => parse.GetValue(_auth) is "secret" or "managed" ? parse.GetValue(_auth) : null;

    /// <summary>The options as they were given, each followed by a blank, for a command that the user is told to run next.</summary>
    public string ArgumentsOf(ParseResult parse)
    {
        Option<bool>[] flags = [_demo, _beta];
        Option<string?>[] values = [_auth, _tenant, _clientId, _cloud, _endpoint];
        return string.Concat([
            .. flags.Where(parse.GetValue).Select(option => $"{option.Name} "),
            .. values.Where(option => parse.GetValue(option) is not null)
                .Select(option => $"{option.Name} {Argument.Quoted(parse.GetValue(option)!)} "),
        ]);
    }

    /// <summary>Works with a client beside a line that shows how far it is.</summary>
    public async Task<T> UseClientAsync<T>(ParseResult parse, Surroundings surroundings, Func<AttendanceClient, StatusLine, Task<T>> work)
    {
        var status = new StatusLine(surroundings.Error, surroundings.ErrorTerminalWidth);
        await using (status.ConfigureAwait(false))
        {
            // What the library warns of is not to break into the line.
            var client = CreateClient(parse, surroundings with { Error = status });
            return await work(client, status).ConfigureAwait(false);
        }
    }

    public AttendanceClient CreateClient(ParseResult parse, Surroundings surroundings)
    {
        var version = parse.GetValue(_beta) ? GraphVersion.Beta : GraphVersion.V1;
        return parse.GetValue(_demo) ? CreateDemoClient(parse, surroundings, version) : CreateRealClient(parse, surroundings, version);
    }

    private AttendanceClient CreateDemoClient(ParseResult parse, Surroundings surroundings, GraphVersion version)
    {
        Option[] real = [_auth, _tenant, _clientId, _cloud, _endpoint];
        if (real.FirstOrDefault(option => parse.GetResult(option) is not null) is { } contradiction)
        {
            throw new UsageException(
                $"--demo and {contradiction.Name} contradict each other, as the sample data is inside the tool. Leave one of them out.");
        }

        return SampleData.CreateGraph().CreateClient(
            new AttendanceClientOptions { Version = version, TimeProvider = surroundings.TimeProvider });
    }

    private AttendanceClient CreateRealClient(ParseResult parse, Surroundings surroundings, GraphVersion version)
    {
        var endpoint = parse.GetValue(_endpoint);
        if (endpoint is not null && parse.GetValue(_cloud) is not null)
            throw new UsageException("--endpoint and --cloud both say where Graph is. Leave one of them out.");

        var cloud = NamedValue.Of(_cloud, parse, Cloud.Global, Cloud.All, cloud => cloud.Name);
        var method = NamedValue.Of(_auth, parse, AuthMethod.Default, Enum.GetValues<AuthMethod>(), NameOf);
        var options = new AttendanceClientOptions
        {
            Version = version,
            Endpoint = endpoint is null ? cloud.Graph : ReadEndpoint(endpoint),
            ApplicationId = "attendance-cli",
            TimeProvider = surroundings.TimeProvider,
            LoggerFactory = new Notes(surroundings.Error),
        };
        var signIn = new SignIn(surroundings, cloud.Authority, parse.GetValue(_tenant), parse.GetValue(_clientId));
        var credential = signIn.CreateCredential(method);
        return surroundings.Handler is { } handler
            ? new AttendanceClient(new HttpClient(handler, disposeHandler: false), credential, options)
            : new AttendanceClient(credential, options);
    }

    private static string NameOf(AuthMethod method) => method.ToString().ToLowerInvariant();

    // The library refuses such endpoints too, but tells a programmer what to do.
    private static Uri ReadEndpoint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            throw new UsageException($"--endpoint is \"{text}\", which is no absolute URL. Pass one such as https://graph.microsoft.com.");
        if (endpoint.Scheme is "http" && !endpoint.IsLoopback)
        {
            throw new UsageException(
                $"--endpoint is \"{text}\", and a token is sent over HTTPS only, but for a loopback address. Pass a URL with https.");
        }

        if (endpoint.AbsolutePath.TrimEnd('/') is var path
            && (path.EndsWith("/v1.0", StringComparison.Ordinal) || path.EndsWith("/beta", StringComparison.Ordinal)))
        {
            throw new UsageException($"--endpoint is \"{text}\", with the version in it. Leave the version out: --beta chooses it.");
        }

        return endpoint;
    }
}
