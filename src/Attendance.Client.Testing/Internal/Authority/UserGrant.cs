namespace Attendance.Client.Testing.Internal;

/// <summary>Who has signed in to what.</summary>
/// <param name="Tenant">The tenant of the user.</param>
/// <param name="ClientId">The application.</param>
/// <param name="User">The user.</param>
/// <param name="Scope">What was asked for then.</param>
/// <param name="Serial">Number of the grant, by which it may be revoked.</param>
/// <param name="IssuedAt">When it was given.</param>
internal sealed record UserGrant(Tenant Tenant, string ClientId, FakeUser User, string Scope, long Serial, DateTimeOffset IssuedAt);
