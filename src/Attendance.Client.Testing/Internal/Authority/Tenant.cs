namespace Attendance.Client.Testing.Internal;

/// <summary>Who and what a tenant knows.</summary>
internal sealed class Tenant(string id, string? domain)
{
    private readonly Dictionary<string, FakeApplication> _applications = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FakeUser> _users = [];

    public string Id { get; } = id;

    public IReadOnlyList<FakeUser> Users => _users;

    public bool IsCalled(string name) =>
        name.Equals(Id, StringComparison.OrdinalIgnoreCase) || name.Equals(domain, StringComparison.OrdinalIgnoreCase);

    public void Add(FakeApplication application) => _applications[application.ClientId] = application;

    public void Add(FakeUser user)
    {
        _users.RemoveAll(other => IsThis(other, user.UserPrincipalName) || IsThis(other, user.ObjectId));
        _users.Add(user);
    }

    /// <exception cref="AuthorityRefusal">There is no such application.</exception>
    public FakeApplication Application(string clientId) =>
        _applications.TryGetValue(clientId, out var application)
            ? application
            : throw AuthorityRefusal.UnknownApplication(clientId, Id);

    /// <summary>The application whose tokens are asked for by this name, or null for none.</summary>
    public FakeApplication? Resource(string name) => _applications.Values.FirstOrDefault(application => application.IsCalled(name));

    public bool AllowsLogoutTo(string address) =>
        _applications.Values.Any(application => RedirectRule.Allows(application, address));

    /// <summary>The user with a sign-in name or an object id, or null for none.</summary>
    public FakeUser? FindUser(string user) => _users.Find(known => IsThis(known, user));

    /// <exception cref="AuthorityRefusal">There is no such user.</exception>
    public FakeUser User(string user) => FindUser(user) ?? throw AuthorityRefusal.UnknownUser(user, Id);

    private static bool IsThis(FakeUser user, string name) =>
        user.UserPrincipalName.Equals(name, StringComparison.OrdinalIgnoreCase)
        || user.ObjectId.Equals(name, StringComparison.OrdinalIgnoreCase);
}
