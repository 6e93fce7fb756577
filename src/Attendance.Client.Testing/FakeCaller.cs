namespace Attendance.Client.Testing;

/// <summary>On whose behalf requests come: a signed-in user or an application, with what they may.</summary>
public sealed record FakeCaller
{
    /// <summary>Id of the application where a test names none.</summary>
    internal const string SomeApplicationId = "00000000-0000-0000-0000-00000000a990";

    private FakeCaller(string? userId, string applicationId, IReadOnlyList<string> permissions)
    {
        UserId = userId;
        ApplicationId = applicationId;
        Permissions = permissions;
    }

    /// <summary>Object id of the signed-in user, or null for an application that calls for itself.</summary>
    public string? UserId { get; }

    /// <summary>Id of the application.</summary>
    public string ApplicationId { get; }

    /// <summary>What the token allows, such as <c>OnlineMeetingArtifact.Read.All</c>.</summary>
    public IReadOnlyList<string> Permissions { get; }

    /// <summary>A signed-in user, who reads what he or she organizes.</summary>
    /// <param name="userId">Object id of the user, whom <c>/me</c> stands for.</param>
    /// <param name="scopes">Delegated permissions of the token.</param>
    public static FakeCaller User(string userId, params IEnumerable<string> scopes) =>
        new(userId ?? throw new ArgumentNullException(nameof(userId)), SomeApplicationId, [.. scopes]);

    /// <summary>An application without a user, which reads what the users organize for whom it has an access policy.</summary>
    /// <param name="applicationId">Id of the application.</param>
    /// <param name="roles">Application permissions of the token, resource-specific ones included.</param>
    public static FakeCaller Application(string applicationId, params IEnumerable<string> roles) =>
        new(userId: null, applicationId ?? throw new ArgumentNullException(nameof(applicationId)), [.. roles]);

    /// <summary>A signed-in user with the application that he or she uses.</summary>
    internal static FakeCaller UserOf(string userId, string applicationId, IEnumerable<string> scopes) =>
        new(userId, applicationId, [.. scopes]);
}
