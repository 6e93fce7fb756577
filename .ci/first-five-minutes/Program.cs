// A tenant to sign in to: a sign-in server, and a Graph that checks its tokens. It writes into a directory where they are, approves each device
// code that it reads, as Ada does in a browser, and runs until its input ends.
using Attendance.Client.Testing;

const string Ada = "ada@contoso.com";

var directory = args[0];
await using var authority = await FakeAuthority.StartAsync();
using var graph = SampleData.CreateGraph().TrustTokensOf(authority);
authority
    .Add(new FakeUser(Ada) { ObjectId = graph.SignedInUserId, DisplayName = "Ada Lovelace" })
    .Add(new FakeApplication("desktop")
    {
        Name = "Attendance",
        IsPublic = true,
        RedirectUris = ["http://localhost"],
        Scopes = ["OnlineMeetingArtifact.Read.All", "OnlineMeetings.Read", "Calendars.Read"],
    })
    .Add(new FakeApplication("nightly")
    {
        Name = "Nightly harvest",
        Secrets = ["s3cret"],
        Roles = ["OnlineMeetingArtifact.Read.All", "OnlineMeetings.Read.All", "Calendars.Read"],
    });
await using var server = await FakeGraphServer.StartAsync(graph);

await authority.WriteCertificateAsync(Path.Combine(directory, "authority.pem"));
await File.WriteAllTextAsync(
    Path.Combine(directory, "tenant.env.new"),
    $"authority={authority.Endpoint}\ngraph={server.Endpoint}\ntenant={authority.TenantId}\nlink={SampleData.JoinLink.JoinWebUrl}\n");

// Moved, so that nobody reads half of it.
File.Move(Path.Combine(directory, "tenant.env.new"), Path.Combine(directory, "tenant.env"));
while (await Console.In.ReadLineAsync() is { } code)
    authority.ApproveDeviceCode(code, Ada);
