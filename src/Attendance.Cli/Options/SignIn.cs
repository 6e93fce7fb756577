using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>Makes the credential that the command line asks for.</summary>
internal sealed class SignIn(Surroundings surroundings, Uri authority, string? tenantOption, string? clientIdOption)
{
    private const string SecretVariable = "AZURE_CLIENT_SECRET";
    private const string TokenVariable = "ATTENDANCE_TOKEN";
    private const string TenantVariable = "AZURE_TENANT_ID";

    private string? TenantId =>
        tenantOption is null
            ? Tenant(TenantVariable, Variable(TenantVariable))
            : Tenant("--tenant", Filled("--tenant", tenantOption, "id or domain of a tenant"));

    private string? ClientId =>
        clientIdOption is null ? Variable("AZURE_CLIENT_ID") : Filled("--client-id", clientIdOption, "id of an application");

    public TokenCredential CreateCredential(AuthMethod method)
    {
        switch (method)
        {
            case AuthMethod.Browser:
                return new InteractiveBrowserCredential(
                    Reached(new InteractiveBrowserCredentialOptions { TenantId = TenantId, ClientId = OwnClientId("browser") }));
            case AuthMethod.Device:
                return new DeviceCodeCredential(Reached(new DeviceCodeCredentialOptions
                {
                    TenantId = TenantId,
                    ClientId = OwnClientId("device"),
                    DeviceCodeCallback = (code, _) => surroundings.Error.WriteLineAsync(code.Message),
                }));
            case AuthMethod.Cli:
                Refuse("--client-id", clientIdOption, "cli", "the Azure CLI signs in as an application of its own");
                return new AzureCliCredential(Reached(new AzureCliCredentialOptions { TenantId = TenantId }));
            case AuthMethod.Managed:
                Refuse("--tenant", tenantOption, "managed", "a managed identity belongs to one tenant");
                return new ManagedIdentityCredential(Reached(new ManagedIdentityCredentialOptions(
                    ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)));
            case AuthMethod.Secret:
                return CreateSecretCredential();
            case AuthMethod.Token:
                Refuse("--tenant", tenantOption, "token", "the token already says which tenant it is for");
                Refuse("--client-id", clientIdOption, "token", "the token already says which application it is for");
                return CreateTokenCredential();
            default:
                return new DefaultAzureCredential(
                    Reached(new DefaultAzureCredentialOptions { TenantId = TenantId, ManagedIdentityClientId = ClientId }));
        }
    }

    private ClientSecretCredential CreateSecretCredential()
    {
        var tenant = TenantId ?? throw new UsageException(
            "--auth secret needs --tenant, the tenant that the application is registered in: pass its id, or set AZURE_TENANT_ID.");
        var client = ClientId ?? throw new UsageException(
            "--auth secret needs --client-id, the application (client) id: pass it, or set AZURE_CLIENT_ID.");
        var secret = Variable(SecretVariable) ?? throw new UsageException(
            $"--auth secret needs the client secret in the environment variable {SecretVariable}, which is not set. " +
            "There is no option for it, as other users of the machine can read a command line.");
        return new ClientSecretCredential(tenant, client, secret, Reached(new ClientSecretCredentialOptions()));
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
    private string OwnClientId(string method) => ClientId ?? throw new UsageException(
        $"--auth {method} needs --client-id, the id " +
        "of an application of yours that has the delegated permission OnlineMeetingArtifact.Read.All: pass it, or set AZURE_CLIENT_ID.");

    private static void Refuse(string option, string? value, string method, string reason)
    {
        if (value is not null)
            throw new UsageException($"{option} does not go with --auth {method}: {reason}. Leave it out.");
    }

    private static string Filled(string option, string value, string what) => string.IsNullOrWhiteSpace(value)
        ? throw new UsageException($"{option} is empty. Pass the {what}, or leave the option out.")
        : value;

    private static string? Tenant(string name, string? value) =>
        value is null || value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
        ? value
        : throw new UsageException(
            $"{name} is \"{CellText.Of(value)}\", which is no tenant: " +
            "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.");

    private T Reached<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = authority;
        if (surroundings.Handler is { } handler)
            options.Transport = new HttpClientTransport(handler);

        return options;
    }

    private string? Variable(string name) =>
        surroundings.Environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
