using System.Net;
using Attendance.Client.Testing;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests.Cli;

public class SignIn
{
    private const string Application = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(
        "--auth token",
        "--auth token needs an access token in the environment variable ATTENDANCE_TOKEN, which is not set. " +
        "Graph Explorer shows one below \"Access token\".")]
    [InlineData(
        "--auth token --tenant t", "--tenant does not go with --auth token: the token already says which tenant it is for. Leave it out.")]
    [InlineData(
        "--auth token --client-id c",
        "--client-id does not go with --auth token: the token already says which application it is for. Leave it out.")]
    [InlineData(
        "--auth cli --client-id c",
        "--client-id does not go with --auth cli: the Azure CLI signs in as an application of its own. Leave it out.")]
    [InlineData(
        "--auth managed --tenant t", "--tenant does not go with --auth managed: a managed identity belongs to one tenant. Leave it out.")]
    [InlineData(
        "--auth secret",
        "--auth secret needs --tenant, the tenant that the application is registered in: pass its id, or set AZURE_TENANT_ID.")]
    [InlineData(
        "--auth secret --tenant contoso.com",
        "--auth secret needs --client-id, the application (client) id: pass it, or set AZURE_CLIENT_ID.")]
    [InlineData(
        "--auth secret --tenant contoso.com --client-id c",
        "--auth secret needs the client secret in the environment variable AZURE_CLIENT_SECRET, which is not set. " +
        "There is no option for it, as other users of the machine can read a command line.")]
    [InlineData(
        "--auth browser",
        "--auth browser needs --client-id, the id " +
        "of an application of yours that has the delegated permission OnlineMeetingArtifact.Read.All: pass it, or set AZURE_CLIENT_ID.")]
    [InlineData(
        "--auth device",
        "--auth device needs --client-id, the id " +
        "of an application of yours that has the delegated permission OnlineMeetingArtifact.Read.All: pass it, or set AZURE_CLIENT_ID.")]
    public async Task Tells_what_is_missing(string arguments, string expected)
    {
        var result = await new Tool().RunAsync($"show --meeting m --json {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance show --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("secret", "--tenant", "", "--tenant is empty. Pass the id or domain of a tenant, or leave the option out.")]
    [InlineData("default", "--tenant", " ", "--tenant is empty. Pass the id or domain of a tenant, or leave the option out.")]
    [InlineData(
        "browser",
        "--tenant",
        "a b",
        "--tenant is \"a b\", which is no tenant: " +
        "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.")]
    [InlineData(
        "device",
        "--tenant",
        "contoso.com/",
        "--tenant is \"contoso.com/\", which is no tenant: " +
        "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.")]
    [InlineData(
        "cli",
        "--tenant",
        "größe",
        "--tenant is \"größe\", which is no tenant: " +
        "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.")]
    [InlineData("secret", "--client-id", "", "--client-id is empty. Pass the id of an application, or leave the option out.")]
    [InlineData("managed", "--client-id", " ", "--client-id is empty. Pass the id of an application, or leave the option out.")]
    public async Task Refuses_a_tenant_or_an_application_that_cannot_be(string method, string option, string value, string expected)
    {
        var tool = new Tool
        {
            Environment = { ["AZURE_TENANT_ID"] = "contoso.com", ["AZURE_CLIENT_ID"] = Application, ["AZURE_CLIENT_SECRET"] = "s3cret" },
        };

        var result = await tool.RunAsync(["show", "--meeting", "m", "--user", "u", "--auth", method, option, value]);

        Assert.Equal($"error: {expected}\nSee: attendance show --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData(
        "a b",
        Application,
        "AZURE_TENANT_ID is \"a b\", which is no tenant: " +
        "an id or a domain has letters, digits, dots and hyphens alone. Pass one such as contoso.com.")]
    [InlineData(
        " ", Application,
        "--auth secret needs --tenant, the tenant that the application is registered in: pass its id, or set AZURE_TENANT_ID.")]
    [InlineData("contoso.com", " ", "--auth secret needs --client-id, the application (client) id: pass it, or set AZURE_CLIENT_ID.")]
    public async Task Takes_blank_variables_as_not_set_and_refuses_wrong_ones(string tenant, string client, string expected)
    {
        var tool = new Tool
        {
            Environment = { ["AZURE_TENANT_ID"] = tenant, ["AZURE_CLIENT_ID"] = client, ["AZURE_CLIENT_SECRET"] = "s3cret" },
        };

        var result = await tool.RunAsync("show --auth secret --meeting m --user u");

        Assert.Equal($"error: {expected}\nSee: attendance show --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Takes_a_token_that_was_copied_with_its_scheme()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool { Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = " Bearer eyJ0\n" } };

        await tool.RunAsync("reports --auth token --meeting m");

        Assert.Equal(["Bearer eyJ0"], graph.Authorizations);
    }

    [Theory]
    [InlineData("eyJ0 eyJ1")]
    [InlineData("eyJ0\neyJ1")]
    [InlineData("…")]
    public async Task Refuses_a_text_that_is_no_token(string token)
    {
        var result = await new Tool { Environment = { ["ATTENDANCE_TOKEN"] = token } }.RunAsync("reports --auth token --meeting m");

        Assert.StartsWith("error: --auth token: the text in ATTENDANCE_TOKEN is no access token", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("global", "login.microsoftonline.com", "graph.microsoft.com")]
    [InlineData("usgov", "login.microsoftonline.us", "graph.microsoft.us")]
    [InlineData("dod", "login.microsoftonline.us", "dod-graph.microsoft.us")]
    [InlineData("china", "login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn")]
    public async Task Asks_the_authority_of_the_cloud_for_a_token_for_its_graph(string cloud, string authority, string graph)
    {
        using var web = new MockHttpMessageHandler();
        web.When("*/common/discovery/instance").Respond("application/json", Discovery(authority));
        var token = web.When(HttpMethod.Post, $"https://{authority}/contoso.com/oauth2/v2.0/token")
            .WithFormData([new("client_id", Application), new("client_secret", "s3cret"), new("scope", $"https://{graph}/.default")])
            .Respond("application/json", """{ "token_type": "Bearer", "expires_in": 3599, "access_token": "token-of-the-cloud" }""");
        var reports = web.When($"https://{graph}/v1.0/users/u/onlineMeetings/m/attendanceReports")
            .WithHeaders("Authorization", "Bearer token-of-the-cloud")
            .Respond("application/json", """{ "value": [] }""");
        var tool = new Tool
        {
            Handler = web,
            Environment = { ["AZURE_CLIENT_SECRET"] = "s3cret", ["AZURE_TENANT_ID"] = "contoso.com", ["AZURE_CLIENT_ID"] = Application },
        };

        var result = await tool.RunAsync($"reports --auth secret --cloud {cloud} --meeting m --user u --json");

        Assert.Equal("", result.Error);
        Assert.Equal("[]\n", result.Output);
        Assert.Equal(1, web.GetMatchCount(token));
        Assert.Equal(1, web.GetMatchCount(reports));
    }

    [Fact]
    public async Task Prefers_options_to_environment_variables_and_tells_why_it_failed()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*/common/discovery/instance").Respond("application/json", Discovery("login.microsoftonline.com"));
        web.When(HttpMethod.Post, "https://login.microsoftonline.com/fabrikam.com/oauth2/v2.0/token")
            .WithFormData("client_id", Application)
            .Respond(
                HttpStatusCode.Unauthorized, "application/json",
                """{ "error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret provided." }""");
        var tool = new Tool
        {
            Handler = web,
            Environment = { ["AZURE_CLIENT_SECRET"] = "s3cret", ["AZURE_TENANT_ID"] = "contoso.com", ["AZURE_CLIENT_ID"] = "other" },
        };

        var result = await tool.RunAsync(
            $"reports --auth secret --tenant fabrikam.com --client-id {Application} --meeting m --user u --json");

        Assert.Equal(
            "error: Sign-in failed. AADSTS7000215: Invalid client secret provided.\n" +
            "what to do: Use the value of a client secret, and not its id.\n",
            result.Error);
        Assert.DoesNotContain("s3cret", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task With_a_device_prompts_beside_the_output()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*/common/discovery/instance").Respond("application/json", Discovery("login.microsoftonline.com"));
        web.When("*/.well-known/openid-configuration").Respond("application/json", """
            {
              "issuer": "https://login.microsoftonline.com/contoso.com/v2.0",
              "authorization_endpoint": "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
              "token_endpoint": "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"
            }
            """);
        web.When(HttpMethod.Post, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/devicecode").Respond("application/json", """
            {
              "user_code": "ABCD", "device_code": "d", "verification_uri": "https://microsoft.com/devicelogin", "expires_in": 900, "interval": 1,
              "message": "Open https://microsoft.com/devicelogin and enter ABCD."
            }
            """);
        web.When(HttpMethod.Post, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token")
            .Respond(
                HttpStatusCode.BadRequest, "application/json",
                """{ "error": "access_denied", "error_description": "AADSTS65004: The user declined." }""");

        var result = await new Tool { Handler = web }.RunAsync(
            $"show --auth device --tenant contoso.com --client-id {Application} --meeting m");

        Assert.StartsWith(
            "Open https://microsoft.com/devicelogin and enter ABCD.\nerror: Sign-in failed. ", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    private static string Discovery(string authority) => $$"""
        {
          "tenant_discovery_endpoint": "https://{{authority}}/contoso.com/v2.0/.well-known/openid-configuration",
          "api-version": "1.1",
          "metadata": [ { "preferred_network": "{{authority}}", "preferred_cache": "{{authority}}", "aliases": [ "{{authority}}" ] } ]
        }
        """;
}
