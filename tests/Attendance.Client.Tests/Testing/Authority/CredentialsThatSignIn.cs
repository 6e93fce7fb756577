#if !NETSTANDARD_PACKAGE
using Attendance.Client.Testing;
using Azure.Identity;
using Microsoft.Identity.Client;

namespace Attendance.Client.Tests;

/// <summary>The real credentials of Azure.Identity, and MSAL, against a sign-in server and a Graph that checks its tokens.</summary>
public class CredentialsThatSignIn
{
    [Fact]
    public async Task A_client_secret_reads_a_report()
    {
        await using var world = await SignInWorld.StartAsync();
        var credential = new ClientSecretCredential(
            world.Tenant, SignInWorld.Daemon, SignInWorld.Secret, world.Options<ClientSecretCredentialOptions>());

        Assert.Equal("monday", await world.ReadAsApplicationAsync(credential));
        Assert.Equal(
            [$"POST /{world.Tenant}/oauth2/v2.0/token client_credentials 200"],
            world.Authority.Requests.Select(request => request.ToString()));
        var asked = world.Authority.Requests[0].Parameters;
        Assert.Equal((SignInWorld.Daemon, world.GraphScope, "***"), (asked["client_id"], asked["scope"], asked["client_secret"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_reads_a_report(bool sendsChain)
    {
        await using var world = await SignInWorld.StartAsync();
        var options = world.Options<ClientCertificateCredentialOptions>();
        options.SendCertificateChain = sendsChain;
        var credential = new ClientCertificateCredential(world.Tenant, SignInWorld.Daemon, SignInWorld.Certificate, options);

        Assert.Equal("monday", await world.ReadAsApplicationAsync(credential));
        Assert.Equal("***", world.Authority.Requests[0].Parameters["client_assertion"]);
    }

    [Fact]
    public async Task A_certificate_that_is_not_registered_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        using var other = SignInWorld.CreateCertificate();
        var credential = new ClientCertificateCredential(
            world.Tenant, SignInWorld.Daemon, other, world.Options<ClientCertificateCredentialOptions>());

        await RefusedAsync(700027, () => world.ReadAsApplicationAsync(credential));
        Assert.Empty(world.Graph.Requests);
    }

    [Fact]
    public async Task A_workload_reads_a_report_with_the_token_in_its_file()
    {
        await using var world = await SignInWorld.StartAsync();
        Assert.Equal("monday", await world.ReadAsApplicationAsync(Workload(world, SignInWorld.Subject)));
    }

    [Fact]
    public async Task A_workload_of_another_name_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        await RefusedAsync(700213, () => world.ReadAsApplicationAsync(Workload(world, "system:serviceaccount:courses:writer")));
    }

    [Fact]
    public async Task A_device_code_reads_a_report_once_its_user_has_signed_in()
    {
        await using var world = await SignInWorld.StartAsync();
        var options = world.Options<DeviceCodeCredentialOptions>();
        options.TenantId = world.Tenant;
        options.ClientId = SignInWorld.Desktop;
        options.DeviceCodeCallback = (code, _) =>
        {
            Assert.Equal(new Uri(world.Authority.Endpoint, "device"), code.VerificationUri);
            world.Authority.ApproveDeviceCode(code.UserCode, SignInWorld.Ada);
            return Task.CompletedTask;
        };
        var credential = new DeviceCodeCredential(options);

        Assert.Equal("monday", await world.ReadAsUserAsync(credential));
        Assert.Equal("monday", await world.ReadAsUserAsync(credential));
        Assert.Equal(
            [null, "device_code"],
            world.Authority.Requests.Select(request => request.GrantType));
    }

    [Fact]
    public async Task A_device_code_that_is_denied_ends_the_sign_in()
    {
        await using var world = await SignInWorld.StartAsync();
        var options = world.Options<DeviceCodeCredentialOptions>();
        options.TenantId = world.Tenant;
        options.ClientId = SignInWorld.Desktop;
        options.DeviceCodeCallback = (code, _) =>
        {
            world.Authority.DenyDeviceCode(code.UserCode);
            return Task.CompletedTask;
        };

        await RefusedAsync(70017, () => world.ReadAsUserAsync(new DeviceCodeCredential(options)));
    }

    [Fact]
    public async Task A_web_API_reads_on_behalf_of_its_caller()
    {
        await using var world = await SignInWorld.StartAsync();
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, SignInWorld.Ada, $"api://{SignInWorld.Api}/.default");
        var credential = new OnBehalfOfCredential(
            world.Tenant, SignInWorld.Api, SignInWorld.Secret, token, world.Options<OnBehalfOfCredentialOptions>());

        Assert.Equal("monday", await world.ReadAsUserAsync(credential));
        Assert.Equal("on_behalf_of", world.Authority.Requests.Single().Parameters["requested_token_use"]);
    }

    [Fact]
    public async Task MSAL_gets_a_token_on_behalf_of_a_user()
    {
        await using var world = await SignInWorld.StartAsync();
        var application = ConfidentialClientApplicationBuilder.Create(SignInWorld.Api)
            .WithClientSecret(SignInWorld.Secret)
            .WithAuthority(new Uri(world.Authority.Endpoint, world.Tenant).ToString(), validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new OneClient(world.Http))
            .Build();
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, SignInWorld.Ada, $"api://{SignInWorld.Api}/Read");

        var result = await application.AcquireTokenOnBehalfOf([world.GraphScope], new UserAssertion(token)).ExecuteAsync();

        Assert.Equal((SignInWorld.Ada, world.Tenant), (result.Account.Username, result.TenantId));
        Assert.Contains($"{world.Server.Endpoint}{SignInWorld.Artifacts}", result.Scopes);
        Assert.Equal("monday", await world.ReadAsUserAsync(new FakeCredential(result.AccessToken)));
    }

    [Fact]
    public async Task On_behalf_of_somebody_who_has_to_be_asked_is_refused()
    {
        await using var world = await SignInWorld.StartAsync();
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, SignInWorld.Ada, $"api://{SignInWorld.Api}/.default");
        world.Authority.Add(SignInWorld.Teacher with { RequiresInteraction = true });
        var credential = new OnBehalfOfCredential(
            world.Tenant, SignInWorld.Api, SignInWorld.Secret, token, world.Options<OnBehalfOfCredentialOptions>());

        await RefusedAsync(50076, () => world.ReadAsUserAsync(credential));
    }

    [Fact]
    public async Task A_token_for_Graph_is_no_assertion_for_a_web_API()
    {
        await using var world = await SignInWorld.StartAsync();
        var token = world.Authority.CreateUserToken(SignInWorld.Desktop, SignInWorld.Ada, world.GraphScope);
        var credential = new OnBehalfOfCredential(
            world.Tenant, SignInWorld.Api, SignInWorld.Secret, token, world.Options<OnBehalfOfCredentialOptions>());

        await RefusedAsync(500131, () => world.ReadAsUserAsync(credential));
    }

    [Theory]
    [InlineData(SignInWorld.Daemon, "wrong", null, 7000215)]
    [InlineData("33333333-0000-0000-0000-000000000001", SignInWorld.Secret, null, 700016)]
    [InlineData(SignInWorld.Daemon, SignInWorld.Secret, "44444444-0000-0000-0000-000000000001", 90002)]
    [InlineData(SignInWorld.Desktop, SignInWorld.Secret, null, 700025)]
    public async Task What_is_wrong_with_a_client_secret_is_said_as_Entra_says_it(
        string clientId, string secret, string? tenant, int number)
    {
        await using var world = await SignInWorld.StartAsync();
        var credential = new ClientSecretCredential(
            tenant ?? world.Tenant, clientId, secret, world.Options<ClientSecretCredentialOptions>());

        await RefusedAsync(number, () => world.ReadAsApplicationAsync(credential));

        Assert.Empty(world.Graph.Requests);
        Assert.Equal(number, world.Authority.Requests[^1].ErrorNumber);
    }

    [Fact]
    public async Task An_application_without_the_role_gets_a_token_and_no_report()
    {
        await using var world = await SignInWorld.StartAsync();
        world.Authority.Add(new FakeApplication(SignInWorld.Daemon) { Secrets = [SignInWorld.Secret] });
        var credential = new ClientSecretCredential(
            world.Tenant, SignInWorld.Daemon, SignInWorld.Secret, world.Options<ClientSecretCredentialOptions>());

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => world.ReadAsApplicationAsync(credential));

        Assert.Equal(AttendanceErrorReason.MissingApplicationRole, exception.Reason);
        Assert.Contains("Insufficient privileges to complete the operation.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_revoked_is_renewed_by_way_of_a_claims_challenge()
    {
        await using var world = await SignInWorld.StartAsync();
        var credential = new ClientSecretCredential(
            world.Tenant, SignInWorld.Daemon, SignInWorld.Secret, world.Options<ClientSecretCredentialOptions>());
        Assert.Equal("monday", await world.ReadAsApplicationAsync(credential));

        world.Authority.RevokeTokens(SignInWorld.Daemon);

        Assert.Equal("monday", await world.ReadAsApplicationAsync(credential));
        Assert.Equal([200, 200, 401, 200, 200], world.Graph.Requests.Select(request => (int?)request.Status));
        Assert.Equal(2, world.Authority.Requests.Count);
        Assert.Contains("\"nbf\":{\"essential\":true", world.Authority.Requests[1].Parameters["claims"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_gets_the_authentication_context_that_Graph_asks_for_without_signing_in_again()
    {
        await using var world = await SignInWorld.StartAsync(authenticationContext: "c1");
        var options = world.Options<DeviceCodeCredentialOptions>();
        options.TenantId = world.Tenant;
        options.ClientId = SignInWorld.Desktop;
        var asked = 0;
        options.DeviceCodeCallback = (code, _) =>
        {
            asked++;
            world.Authority.ApproveDeviceCode(code.UserCode, SignInWorld.Ada);
            return Task.CompletedTask;
        };

        Assert.Equal("monday", await world.ReadAsUserAsync(new DeviceCodeCredential(options)));

        Assert.Equal(1, asked);
        Assert.Equal([401, 200, 200], world.Graph.Requests.Select(request => (int?)request.Status));
        Assert.Equal([null, "device_code", "refresh_token"], world.Authority.Requests.Select(request => request.GrantType));
    }

    private static WorkloadIdentityCredential Workload(SignInWorld world, string subject)
    {
        File.WriteAllText(world.TokenFile, world.Authority.CreateFederatedToken(subject));
        var options = world.Options<WorkloadIdentityCredentialOptions>();
        options.TenantId = world.Tenant;
        options.ClientId = SignInWorld.Daemon;
        options.TokenFilePath = world.TokenFile;
        return new WorkloadIdentityCredential(options);
    }

    private static async Task RefusedAsync(int number, Func<Task> read)
    {
        var exception = await Assert.ThrowsAnyAsync<AuthenticationFailedException>(read);

        Assert.Contains($"AADSTS{number}: ", exception.GetBaseException().Message, StringComparison.Ordinal);
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
#endif
