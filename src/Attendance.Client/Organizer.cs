using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>Whose meeting it is: the signed-in user (<see cref="Me"/>) or a user by object id.</summary>
public sealed record Organizer
{
    private Organizer(string? userId) => UserId = userId;

    /// <summary>The signed-in user, <c>/me</c>: for delegated calls only.</summary>
    public static Organizer Me { get; } = new(userId: null);

    /// <summary>Object id of the user, or null for the signed-in user.</summary>
    public string? UserId { get; }

    /// <summary>A user, <c>/users/{userId}</c>: what application calls need.</summary>
    /// <param name="userId">Entra object id of the organizer; application calls do not reliably accept a user principal name.</param>
    /// <exception cref="ArgumentException">The id is empty, blank, <c>.</c> or <c>..</c>, has control characters, or is a URL.</exception>
    public static Organizer User(string userId) => new(ResourceId.Check(userId));

    /// <summary>The organizer's Graph path, <c>me</c> or <c>users/{id}</c>, with the id percent-encoded.</summary>
    public override string ToString() => UserId is null ? "me" : $"users/{Uri.EscapeDataString(UserId)}";
}
