using System.CommandLine;

namespace Attendance.Cli;

/// <summary>The options that say who signs in, how, and to which Graph, and the one place that decides between them, variables and
/// profiles.</summary>
internal sealed class SignInOptions
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Sign-in that attendance login has kept [default: ATTENDANCE_PROFILE, or else the last one]",
        HelpName = "name",
    };

    private readonly Option<string?> _auth = new("--auth")
    {
        HelpName = "method",
        Description =
            "How to sign in, where no profile says so: default, browser, device, cli, managed, secret, certificate, workload or token, " +
            "of which attendance help sign-in tells more",
    };

    private readonly Option<string?> _tenant = new("--tenant")
    {
        Description = "Tenant to sign in to [default: ATTENDANCE_TENANT or AZURE_TENANT_ID]",
        HelpName = "id",
    };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description =
            "Application to sign in as, or the user-assigned managed identity [default: ATTENDANCE_CLIENT_ID or AZURE_CLIENT_ID]",
        HelpName = "id",
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "Certificate of the application with its private key, for --auth certificate: a PEM or PFX file",
        HelpName = "file",
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

    private readonly Option<string?> _authority = new("--authority")
    {
        Description = "Root of the sign-in server, for tests [default: that of the cloud]",
        HelpName = "url",
        Hidden = true,
    };

    // With the variable that counts where the option is not given.
    private readonly (Option<string?> Option, string Variable)[] _variables;

    public SignInOptions()
    {
        _auth.CompletionSources.Add([.. Enum.GetValues<AuthMethod>().Select(NameOf)]);
        _cloud.CompletionSources.Add([.. Cloud.All.Select(cloud => cloud.Name)]);
        _variables =
        [
            (_auth, "ATTENDANCE_AUTH"), (_tenant, "ATTENDANCE_TENANT"), (_clientId, "ATTENDANCE_CLIENT_ID"),
            (_certificate, "ATTENDANCE_CERTIFICATE"), (_cloud, "ATTENDANCE_CLOUD"), (_endpoint, "ATTENDANCE_ENDPOINT"),
            (_authority, "ATTENDANCE_AUTHORITY"),
        ];
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option<string?>> All =>
        [_profile, _auth, _tenant, _clientId, _certificate, _cloud, _endpoint, _authority];

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>Who signs in: by the options, or else the variables, or else the profile that was signed in last.</summary>
    public SignInSettings Read(ParseResult parse, Surroundings surroundings)
    {
        var option = FirstOption(parse);
        if (ProfileName(parse, option, surroundings) is { } name)
            return Of(name.Value, new Profiles(surroundings).Get(name.Value, name.Name));
        if (option is null && FirstVariable(surroundings) is null)
        {
            var profiles = new Profiles(surroundings);
            if (profiles.Read() is { Current: { } current } list && list.Profiles.TryGetValue(current, out var profile))
                return Of(current, profile);
        }

        return Given(parse, surroundings, AuthMethod.Default);
    }

    /// <summary>Who is to sign in from now on, under the name of a profile: by the options, or else as that profile did, or else the
    /// variables.</summary>
    public SignInSettings ReadNew(ParseResult parse, Surroundings surroundings)
    {
        var list = new Profiles(surroundings).Read();
        var named = Value(_profile, "ATTENDANCE_PROFILE", parse, surroundings);
        var name = named is null ? list.Current ?? Profiles.DefaultName : Profiles.CheckName(named.Value, named.Name);
        return FirstOption(parse) is null && list.Profiles.TryGetValue(name, out var profile)
            ? Of(name, profile)
            : Given(parse, surroundings, AuthMethod.Browser) with { ProfileName = name };
    }

    /// <summary>The options as they were given, each followed by a blank, for a command that the user is told to run next.</summary>
    public string ArgumentsOf(ParseResult parse) => string.Concat(
        All.Where(option => parse.GetValue(option) is not null)
            .Select(option => $"{option.Name} {Argument.Quoted(parse.GetValue(option)!)} "));

    private static string NameOf(AuthMethod method) => method.ToString().ToLowerInvariant();

    private static Setting? Variable(string name, Surroundings surroundings) =>
        surroundings.Environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? new(name, value) : null;

    private static Setting? Value(Option<string?> option, string variable, ParseResult parse, Surroundings surroundings) =>
        parse.GetValue(option) is { } value ? new(option.Name, value) : Variable(variable, surroundings);

    private Option<string?>? FirstOption(ParseResult parse) =>
        All.FirstOrDefault(option => option != _profile && parse.GetResult(option) is not null);

    private Setting? FirstVariable(Surroundings surroundings) =>
        _variables.Select(pair => Variable(pair.Variable, surroundings)).FirstOrDefault(value => value is not null);

    private Setting? ProfileName(ParseResult parse, Option<string?>? option, Surroundings surroundings)
    {
        if (parse.GetValue(_profile) is not { } name)
            return option is null ? Variable("ATTENDANCE_PROFILE", surroundings) : null;

        return option is null
            ? new Setting(_profile.Name, name)
            : throw new UsageException(
                $"{_profile.Name} and {option.Name} both say who signs in and where. Leave one of them out; " +
                "attendance login with both changes what the profile says.");
    }

    private SignInSettings Given(ParseResult parse, Surroundings surroundings, AuthMethod fallback)
    {
        var endpoint = Of(_endpoint);
        var cloud = Of(_cloud);
        if (endpoint is not null && cloud is not null)
            throw new UsageException($"{endpoint.Name} and {cloud.Name} both say where Graph is. Leave one of them out.");

        return Create(
            name: null, Of(_auth) ?? new Setting(_auth.Name, NameOf(fallback)),
            Of(_tenant) ?? Variable("AZURE_TENANT_ID", surroundings), Of(_clientId) ?? Variable("AZURE_CLIENT_ID", surroundings),
            Of(_certificate) ?? Variable("AZURE_CLIENT_CERTIFICATE_PATH", surroundings), cloud, endpoint, Of(_authority));

        Setting? Of(Option<string?> option) =>
            Value(option, _variables.First(pair => pair.Option == option).Variable, parse, surroundings);
    }

    private static SignInSettings Of(string name, Profile profile)
    {
        return Create(
            name, From(profile.Auth) ?? new Setting(Title(), NameOf(AuthMethod.Default)), From(profile.Tenant), From(profile.ClientId),
            From(profile.Certificate), From(profile.Cloud), From(profile.Endpoint), From(profile.Authority))
            with
        { HasUnsafeStore = profile.UnsafeStore };

        string Title() => $"The profile {name}";
        Setting? From(string? value) => value is null ? null : new Setting(Title(), value);
    }

    private static SignInSettings Create(
        string? name, Setting auth, Setting? tenant, Setting? clientId, Setting? certificate, Setting? cloud, Setting? endpoint,
        Setting? authority) =>
        new()
        {
            Auth = auth,
            Method = NamedValue.Of(auth, Enum.GetValues<AuthMethod>(), NameOf),
            Tenant = tenant,
            ClientId = clientId,
            Certificate = certificate,
            Cloud = cloud is null ? Cloud.Global : NamedValue.Of(cloud, Cloud.All, one => one.Name),
            Endpoint = endpoint is null ? null : ServerAddress.ReadEndpoint(endpoint),
            Authority = authority is null ? null : ServerAddress.ReadAuthority(authority),
            ProfileName = name,
        };
}
