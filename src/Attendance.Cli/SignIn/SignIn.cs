using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>Makes the credential of a sign-in.</summary>
internal sealed class SignIn(Surroundings surroundings, SignInSettings settings)
{
    private const string SecretVariable = "AZURE_CLIENT_SECRET";
    private const string TokenVariable = "ATTENDANCE_TOKEN";
    private const string PasswordVariable = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
    private const string WorkloadVariable = "AZURE_FEDERATED_TOKEN_FILE";

    private string Auth => $"--auth {settings.Auth.Value}";

    private string? TenantId => settings.Tenant is { } tenant ? Tenant(tenant) : null;

    private string? ClientId => settings.ClientId is { } client ? Filled(client, "id of an application") : null;

    /// <summary>The credential. That of a profile asks nobody anything: what a user has to say, he says to attendance login.</summary>
    public TokenCredential CreateCredential()
    {
        switch (settings.Method)
        {
            case AuthMethod.Browser or AuthMethod.Device when settings.ProfileName is { } name:
                return CreateSilentCredential(name);
            case AuthMethod.Browser:
                return new InteractiveBrowserCredential(BrowserOptions());
            case AuthMethod.Device:
                return new DeviceCodeCredential(DeviceOptions());
            case AuthMethod.Cli:
                Refuse(settings.ClientId, "the Azure CLI signs in as an application of its own");
                return new AzureCliCredential(Reached(new AzureCliCredentialOptions { TenantId = TenantId }));
            case AuthMethod.Managed:
                Refuse(settings.Tenant, "a managed identity belongs to one tenant");
                return new ManagedIdentityCredential(Reached(new ManagedIdentityCredentialOptions(
                    ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)));
            case AuthMethod.Secret:
                return CreateSecretCredential();
            case AuthMethod.Certificate:
                return CreateCertificateCredential();
            case AuthMethod.Workload:
                return CreateWorkloadCredential();
            case AuthMethod.Token:
                Refuse(settings.Tenant, "the token already says which tenant it is for");
                Refuse(settings.ClientId, "the token already says which application it is for");
                return CreateTokenCredential();
            default:
                return new DefaultAzureCredential(Reached(new DefaultAzureCredentialOptions
                {
                    TenantId = TenantId,
                    ManagedIdentityClientId = ClientId,
                    DisableInstanceDiscovery = settings.Authority is not null,
                }));
        }
    }

    /// <summary>Sees that what a user's sign-in needs is there.</summary>
    /// <exception cref="UsageException">Something is missing or cannot be.</exception>
    public void CheckInteractive() => DeviceOptions();

    /// <summary>Has the user sign in, and keeps the tokens.</summary>
    /// <returns>Who has signed in.</returns>
    public Task<AuthenticationRecord> AuthenticateAsync(TokenStore tokens, CancellationToken cancellationToken)
    {
        if (settings.Method is AuthMethod.Browser)
        {
            var browser = BrowserOptions();
            browser.TokenCachePersistenceOptions = tokens;
            return new InteractiveBrowserCredential(browser).AuthenticateAsync(Request(), cancellationToken);
        }

        var device = DeviceOptions();
        device.TokenCachePersistenceOptions = tokens;
        return new DeviceCodeCredential(device).AuthenticateAsync(Request(), cancellationToken);
    }

    /// <summary>A token of a credential, as the library asks for it: one that Entra may revoke at once.</summary>
    public ValueTask<AccessToken> GetTokenAsync(TokenCredential credential, CancellationToken cancellationToken) =>
        credential.GetTokenAsync(Request(), cancellationToken);

    // Which of the two it is makes no difference where nobody is asked.
    private DeviceCodeCredential CreateSilentCredential(string profile)
    {
        var profiles = new Profiles(surroundings);
        var options = DeviceOptions();
        options.AuthenticationRecord = profiles.AccountIn(profile) ?? throw new FailureException(
            $"Nobody is signed in to the profile {profile}.", $"Sign in again: attendance login --profile {profile}");
        options.TokenCachePersistenceOptions = profiles.TokensOf(profile, settings.HasUnsafeStore);
        options.DisableAutomaticAuthentication = true;
        return new DeviceCodeCredential(options);
    }

    private InteractiveBrowserCredentialOptions BrowserOptions() => Reached(new InteractiveBrowserCredentialOptions
    {
        TenantId = TenantId,
        ClientId = OwnClientId(),
        DisableInstanceDiscovery = settings.Authority is not null,
    });

    private DeviceCodeCredentialOptions DeviceOptions() => Reached(new DeviceCodeCredentialOptions
    {
        TenantId = TenantId,
        ClientId = OwnClientId(),
        DisableInstanceDiscovery = settings.Authority is not null,
        DeviceCodeCallback = (code, _) => surroundings.Error.WriteLineAsync(code.Message),
    });

    private ClientSecretCredential CreateSecretCredential()
    {
        var (tenant, client) = TenantAndClient();
        var secret = Variable(SecretVariable) ?? throw new UsageException(
            $"{Auth} needs the client secret in the environment variable {SecretVariable}, which is not set. " +
            "There is no option for it, as other users of the machine can read a command line.");
        return new ClientSecretCredential(
            tenant, client, secret,
            Reached(new ClientSecretCredentialOptions { DisableInstanceDiscovery = settings.Authority is not null }));
    }

    private ClientCertificateCredential CreateCertificateCredential()
    {
        var (tenant, client) = TenantAndClient();
        var file = settings.Certificate ?? throw new UsageException(
            $"{Auth} needs --certificate, a PEM or PFX file with the certificate and its private key: " +
            "pass it, or set ATTENDANCE_CERTIFICATE.");
        return new ClientCertificateCredential(
            tenant, client, CertificateFile.Read(file, Variable(PasswordVariable), PasswordVariable),
            Reached(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = settings.Authority is not null }));
    }

    private WorkloadIdentityCredential CreateWorkloadCredential()
    {
        var (tenant, client) = TenantAndClient();
        var file = Variable(WorkloadVariable) ?? throw new UsageException(
            $"{Auth} needs the path of the workload's token in the environment variable {WorkloadVariable}, which is not set. " +
            "Azure's webhook sets it in a pod whose service account is labelled for it.");
        return new WorkloadIdentityCredential(Reached(new WorkloadIdentityCredentialOptions
        {
            TenantId = tenant,
            ClientId = client,
            TokenFilePath = file,
            DisableInstanceDiscovery = settings.Authority is not null,
        }));
    }

    private (string Tenant, string Client) TenantAndClient()
    {
        var tenant = TenantId ?? throw new UsageException(
            $"{Auth} needs --tenant, the tenant that the application is registered in: pass its id, or set AZURE_TENANT_ID.");
        var client = ClientId ?? throw new UsageException(
            $"{Auth} needs --client-id, the application (client) id: pass it, or set AZURE_CLIENT_ID.");
        return (tenant, client);
    }

    private TokenCredential CreateTokenCredential()
    {
        const string Scheme = "Bearer ";
        var text = Variable(TokenVariable)?.Trim() ?? throw new UsageException(
            $"--auth token needs an access token in the environment variable {TokenVariable}, which is not set. " +
            "Graph Explorer shows one below \"Access token\".");
        var token = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : text;
        if (token.Any(letter => !char.IsAscii(letter) || char.IsControl(letter) || letter == ' '))
        {
            throw new UsageException(
                $"--auth token: the text in {TokenVariable} is no access token, " +
                "as it has a blank or a letter that none has. Copy it again.");
        }

        return DelegatedTokenCredential.Create((_, _) => new AccessToken(token, DateTimeOffset.MaxValue));
    }

    // Without an id, Azure.Identity signs in as an application of Microsoft's, which may not read attendance.
    private string OwnClientId() => ClientId ?? throw new UsageException(
        $"{Auth} needs --client-id, the id " +
        "of an application of yours that has the delegated permission OnlineMeetingArtifact.Read.All: pass it, or set AZURE_CLIENT_ID.");

    private TokenRequestContext Request() => new([settings.Scope], isCaeEnabled: true);

    // Variables of Azure's are there for other programs too.
    private void Refuse(Setting? setting, string reason)
    {
        if (setting is { Name: ['-', ..] or ['A', 'T', 'T', ..] })
            throw new UsageException($"{setting.Name} does not go with {Auth}: {reason}. Leave it out.");
    }

    private static string Filled(Setting setting, string what) => string.IsNullOrWhiteSpace(setting.Value)
        ? throw new UsageException($"{setting.Name} is empty. Pass the {what}, or leave the option out.")
        : setting.Value;

    private static string Tenant(Setting setting) =>
        Filled(setting, "id or domain of a tenant").All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
        ? setting.Value
        : throw new UsageException(
            $"{setting.Name} is \"{CellText.Of(setting.Value)}\", which is no tenant: " +
            "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.");

    private T Reached<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = settings.Authority ?? settings.Cloud.Authority;
        if (surroundings.Handler is { } handler)
            options.Transport = new HttpClientTransport(handler);

        return options;
    }

    private string? Variable(string name) =>
        surroundings.Environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
