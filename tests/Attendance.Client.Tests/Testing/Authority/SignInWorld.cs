#if !NETSTANDARD_PACKAGE
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Attendance.Client.Tests;

/// <summary>A tenant with a course, its teacher and applications, and a served Graph that checks their tokens.</summary>
internal sealed class SignInWorld : IAsyncDisposable
{
    public const string Daemon = "11111111-0000-0000-0000-000000000001";
    public const string Desktop = "11111111-0000-0000-0000-000000000002";
    public const string Api = "11111111-0000-0000-0000-000000000003";
    public const string Secret = "s3cret/of~the daemon";
    public const string Ada = "ada@contoso.com";
    public const string OtherTenant = "22222222-0000-0000-0000-000000000001";
    public const string Subject = "system:serviceaccount:courses:reader";
    public const string Artifacts = "OnlineMeetingArtifact.Read.All";

    private SignInWorld(FakeAuthority authority, FakeGraph graph, FakeGraphServer server)
    {
        Authority = authority;
        Graph = graph;
        Server = server;
        Http = new HttpClient(authority.CreateHandler()) { BaseAddress = authority.Endpoint };
    }

    public static FakeUser Teacher { get; } = new(Ada) { DisplayName = "Ada Lovelace" };

    /// <summary>The daemon's certificate with its key, which takes a while to make.</summary>
    public static X509Certificate2 Certificate { get; } = CreateCertificate();

    public FakeAuthority Authority { get; }

    public FakeGraph Graph { get; }

    public FakeGraphServer Server { get; }

    public HttpClient Http { get; }

    /// <summary>Where a workload finds its token.</summary>
    public string TokenFile { get; } = Path.GetTempFileName();

    public string Tenant => Authority.TenantId;

    public string GraphScope => $"{Server.Endpoint.GetLeftPart(UriPartial.Authority)}/.default";

    public static async Task<SignInWorld> StartAsync(string? authenticationContext = null)
    {
        var authority = await FakeAuthority.StartAsync();
        authority
            .Add(Teacher)
            .Add(new FakeApplication(Daemon)
            {
                Name = "Courses",
                Secrets = ["another", Secret],
                Certificates = [Certificate],
                FederatedSubjects = [Subject],
                Roles = [Artifacts],
            })
            .Add(new FakeApplication(Desktop)
            {
                Name = "Courses on a desk",
                IsPublic = true,
                RedirectUris = ["http://localhost"],
                Scopes = [Artifacts, "User.Read", $"api://{Api}/Read"],
            })
            .Add(new FakeApplication(Api) { Name = "Courses API", Secrets = [Secret], Scopes = [Artifacts] })
            .AddTenant(OtherTenant, "fabrikam.com")
            .Add(new FakeApplication(Daemon) { Secrets = [Secret], Roles = [Artifacts] }, OtherTenant);
        var graph = new FakeGraph()
            .Add(
                AttendanceSource.Meeting(Organizer.User(Teacher.ObjectId), "course-1"),
                new AttendanceReport { Id = "monday", Records = [] })
            .TrustTokensOf(authority, authenticationContext: authenticationContext);
        return new SignInWorld(authority, graph, await FakeGraphServer.StartAsync(graph));
    }

    public static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=courses", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <summary>Options of a credential that lead to this world's server.</summary>
    public T Options<T>()
        where T : TokenCredentialOptions, new()
    {
        var options = new T { AuthorityHost = Authority.Endpoint, Transport = new HttpClientTransport(Http) };
        options.Retry.MaxRetries = 0;

        // Each kind of options has it, and nothing that they derive from.
        ((dynamic)options).DisableInstanceDiscovery = true;
        return options;
    }

    public AttendanceClient Client(TokenCredential credential) =>
        new(credential, new AttendanceClientOptions { Endpoint = Server.Endpoint, MaxRetries = 0 });

    public async Task<string?> ReadAsApplicationAsync(TokenCredential credential) =>
        (await Client(credential).GetLatestReportAsync(AttendanceSource.Meeting(Organizer.User(Teacher.ObjectId), "course-1")))?.Id;

    public async Task<string?> ReadAsUserAsync(TokenCredential credential) =>
        (await Client(credential).GetLatestReportAsync(AttendanceSource.Meeting(Organizer.Me, "course-1")))?.Id;

    /// <summary>Asks for a token by hand.</summary>
    public async Task<JsonObject> AskAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    public Task<JsonObject> AskForTokenAsync(params IEnumerable<(string Name, string Value)> fields) =>
        AskAsync($"{Tenant}/oauth2/v2.0/token", fields);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        await Authority.DisposeAsync();
        Graph.Dispose();
        File.Delete(TokenFile);
    }
}
#endif
