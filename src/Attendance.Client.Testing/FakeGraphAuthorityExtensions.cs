using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Lets a <see cref="FakeGraph"/> check the tokens of a <see cref="FakeAuthority"/>.</summary>
public static class FakeGraphAuthorityExtensions
{
    /// <summary>Lets a graph accept, beside those of <see cref="FakeGraph.SignIn"/>, no tokens but the authority's.</summary>
    /// <remarks>
    /// It checks signature, audience, tenant, time, revocation and, if told to, the authentication context, and answers 401 with Graph's
    /// texts; a token that is revoked or lacks the context gets a claims challenge. The user, the application and the permissions are those
    /// of the token, and <see cref="FakeGraph.Caller"/> counts no more. The authority also signs the tokens beside encrypted notifications.
    /// </remarks>
    /// <param name="graph">The graph.</param>
    /// <param name="authority">The server whose tokens it accepts.</param>
    /// <param name="tenantId">Id of the tenant whose data the graph holds, or null for the authority's first.</param>
    /// <param name="authenticationContext">The context, such as <c>c1</c>, that every token needs, or null for none.</param>
    /// <returns>The graph, to go on.</returns>
    public static FakeGraph TrustTokensOf(
        this FakeGraph graph, FakeAuthority authority, string? tenantId = null, string? authenticationContext = null)
    {
        _ = graph ?? throw new ArgumentNullException(nameof(graph));
        _ = authority ?? throw new ArgumentNullException(nameof(authority));
        graph.TokenCheck = new GraphTokenCheck(authority.State, graph, tenantId ?? authority.TenantId, authenticationContext).Caller;
        var state = authority.State;
        graph.Subscriptions.TenantId = tenantId ?? authority.TenantId;
        graph.Subscriptions.ValidationToken = applicationId => ValidationToken.Of(state, graph.Subscriptions.TenantId, applicationId);
        return graph;
    }
}
