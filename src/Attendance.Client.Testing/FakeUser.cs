using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>Somebody who can sign in at a <see cref="FakeAuthority"/>.</summary>
/// <param name="UserPrincipalName">The name to sign in with, such as <c>ada@contoso.com</c>.</param>
public sealed record FakeUser(string UserPrincipalName)
{
    /// <summary>Object id of the user, by which a <see cref="FakeGraph"/> knows the meetings that he or she organizes.</summary>
    /// <value>The default is made from the name and is the same in every run.</value>
    public string ObjectId { get; init; } = DerivedId.Of($"user {UserPrincipalName}");

    /// <summary>Name of the user, as people write it.</summary>
    /// <value>The default is <see cref="UserPrincipalName"/>.</value>
    public string DisplayName { get; init; } = UserPrincipalName;

    /// <summary>Whether the user has to be asked in person, so that a refresh token or a token on behalf of the user is refused with
    /// AADSTS50076.</summary>
    public bool RequiresInteraction { get; init; }
}
