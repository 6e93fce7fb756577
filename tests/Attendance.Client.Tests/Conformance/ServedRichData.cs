#if !NETSTANDARD_PACKAGE
using Attendance.Client.Testing;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Attendance.Client.Tests.Conformance;

/// <summary>The rich data behind a web server, in small pages, and Microsoft's SDK in front of it.</summary>
public sealed class ServedRichData : IAsyncLifetime
{
    public FakeGraph Graph { get; } = new() { SignedInUserId = RichData.Me, PageSize = 2 };

    public FakeGraphServer Server { get; private set; } = null!;

    public GraphServiceClient Official { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var source in RichData.Sources)
            Graph.Add(source, RichData.ReportsOf(source));
        Graph.Add(RichData.MyOnlineMeeting).Add(RichData.TheirOnlineMeeting);
        Graph.Add(VirtualEventKind.Webinar, RichData.WebinarId, RichData.Registrations).Add(
            VirtualEventKind.Townhall, RichData.TownhallId, RichData.Registrations.Reverse());
        foreach (var owner in new[] { Organizer.Me, Organizer.User(RichData.OtherUser) })
            Graph.Add(owner, RichData.Calendar);
        foreach (var virtualEvent in RichData.VirtualEvents)
            Graph.Add(virtualEvent);
        foreach (var session in RichData.WebinarSessions.Concat(RichData.TownhallSessions))
            Graph.Add(session);

        Graph.AddGroup(RichData.Group, RichData.GroupMembers.Select(member => member.UserId!));

        Server = await FakeGraphServer.StartAsync(Graph);
        Official = OfficialWith(new AzureIdentityAuthenticationProvider(
            new FakeCredential(), [Server.Endpoint.Host], scopes: ["https://graph.microsoft.com/.default"]));
    }

    /// <summary>Microsoft's SDK as it comes, but that it does not wait and try again.</summary>
    public GraphServiceClient OfficialWith(IAuthenticationProvider authentication) =>
        new(
            GraphClientFactory.Create(GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler)),
            authentication, $"{Server.Endpoint}v1.0");

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
#endif
