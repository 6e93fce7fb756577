namespace Attendance.Client.Testing.Internal;

/// <summary>What a sign-in server knows and how it is set, for one at a time to read and change.</summary>
internal sealed class AuthorityState(string firstTenant) : IDisposable
{
    private readonly List<Tenant> _tenants = [new(firstTenant, domain: null)];

    /// <summary>Locked by whoever reads or changes anything here.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Where the server listens, with a slash at the end.</summary>
    public string Endpoint { get; set; } = "";

    public SigningKey Key { get; } = new();

    public Grants Grants { get; } = new();

    public Revocations Revocations { get; } = new();

    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan DeviceCodeInterval { get; set; } = TimeSpan.FromSeconds(5);

    public string? SignedInUser { get; set; }

    public IReadOnlyList<Tenant> Tenants => _tenants;

    public DateTimeOffset Now => TimeProvider.GetUtcNow();

    /// <summary>Whose tokens stand for applications that run elsewhere.</summary>
    public string FederatedIssuer => $"{Endpoint}federation";

    public void Add(Tenant tenant) => _tenants.Add(tenant);

    /// <summary>The tenant with an id or a domain, or null for the names that stand for whatever tenant somebody is of.</summary>
    /// <exception cref="AuthorityRefusal">There is no such tenant.</exception>
    public Tenant? FindTenant(string name) => name is "common" or "organizations"
        ? null
        : _tenants.Find(tenant => tenant.IsCalled(name)) ?? throw AuthorityRefusal.UnknownTenant(name);

    /// <exception cref="AuthorityRefusal">There is no such tenant, or none is named.</exception>
    public Tenant Tenant(string name) => FindTenant(name) ?? throw AuthorityRefusal.NoTenant();

    /// <summary>The tenant, or for those of whatever tenant the one that knows the user.</summary>
    /// <exception cref="AuthorityRefusal">There is no such user.</exception>
    public Tenant TenantOf(Tenant? named, string user) =>
        named ?? _tenants.Find(tenant => tenant.FindUser(user) is not null) ?? throw AuthorityRefusal.UnknownUser(user, "common");

    /// <exception cref="AuthorityRefusal">There is no such application.</exception>
    public FakeApplication Application(Tenant? tenant, string clientId)
    {
        if (tenant is not null)
            return tenant.Application(clientId);

        foreach (var other in _tenants)
        {
            if (other.Resource(clientId) is { } application)
                return application;
        }

        throw AuthorityRefusal.UnknownApplication(clientId, "common");
    }

    public string IssuerOf(Tenant tenant, bool isOfGraph) => isOfGraph ? $"{Endpoint}{tenant.Id}/" : $"{Endpoint}{tenant.Id}/v2.0";

    public void Dispose() => Key.Dispose();
}
