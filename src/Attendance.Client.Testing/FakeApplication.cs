using System.Security.Cryptography.X509Certificates;
using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>An application that is registered with a <see cref="FakeAuthority"/>, and what is consented to for it.</summary>
/// <param name="ClientId">Id of the application.</param>
public sealed record FakeApplication(string ClientId)
{
    /// <summary>Name of the application, which the pages of the server show.</summary>
    /// <value>The default is <see cref="ClientId"/>.</value>
    public string Name { get; init; } = ClientId;

    /// <summary>Whether the application runs where it can keep no secret, so that it proves nothing about itself.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Secrets of the application, each of which is right.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Certificates whose keys sign for the application; their private keys are not needed here.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    /// <summary>Subjects, such as <c>system:serviceaccount:courses:reader</c>, whose tokens of
    /// <see cref="FakeAuthority.CreateFederatedToken"/> stand for the application.</summary>
    public IReadOnlyList<string> FederatedSubjects { get; init; } = [];

    /// <summary>Addresses that users may be sent back to; for a loopback address any port will do.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Identifier by which others ask for tokens for this application.</summary>
    /// <value>The default is <c>api://</c> and <see cref="ClientId"/>, which is as good as the identifier.</value>
    public string IdentifierUri { get; init; } = $"api://{ClientId}";

    /// <summary>Delegated permissions that are consented to: those of Graph by name, such as <c>OnlineMeetingArtifact.Read.All</c>, those
    /// of another application with its identifier before them, such as <c>api://courses/Read</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Application permissions that are consented to, written as <see cref="Scopes"/> are.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    internal string ServicePrincipalId => DerivedId.Of($"service principal {ClientId}");

    internal bool IsCalled(string resource) =>
        resource.Equals(IdentifierUri, StringComparison.OrdinalIgnoreCase) || resource.Equals(ClientId, StringComparison.OrdinalIgnoreCase)
        || resource.Equals($"api://{ClientId}", StringComparison.OrdinalIgnoreCase);
}
