namespace Attendance.Client.Testing.Internal;

/// <summary>What is asked for by <c>scope</c>: permissions of one resource, and what OpenID Connect adds.</summary>
internal sealed class ScopeRequest
{
    private const string Default = ".default";

    private static readonly string[] OfOpenId = ["openid", "profile", "email", "offline_access"];

    private readonly string[] _openId;
    private readonly string[] _names;
    private readonly string _prefix;

    private ScopeRequest(string text, string[] openId, string resource, string prefix, string[] names, FakeApplication? api)
    {
        Text = text;
        _openId = openId;
        Resource = resource;
        _prefix = prefix;
        _names = names;
        Api = api;
    }

    /// <summary>The scopes as they were asked for.</summary>
    public string Text { get; }

    /// <summary>The resource as it was named, such as <c>https://graph.microsoft.com</c>.</summary>
    public string Resource { get; }

    /// <summary>The application that the tokens are for, or null for Graph.</summary>
    public FakeApplication? Api { get; }

    public bool IsOpenId => _openId.Contains("openid");

    public bool IsOffline => _openId.Contains("offline_access");

    private bool IsDefault => _names.Contains(Default);

    /// <exception cref="AuthorityRefusal">The scopes are none, or of several resources, or of one that the tenant does not
    /// know.</exception>
    public static ScopeRequest Parse(string text, Tenant tenant)
    {
        var scopes = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] openId = [.. scopes.Where(OfOpenId.Contains)];
        var others = scopes.Except(openId, StringComparer.Ordinal).Select(Split).ToList();
        if (scopes.Length == 0 || others.Exists(static scope => scope.Name.Length == 0))
            throw AuthorityRefusal.InvalidScope(text);
        if (others.Select(static scope => scope.Prefix).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            throw AuthorityRefusal.SeveralResources(text);

        var prefix = others.Count == 0 ? "" : others[0].Prefix;
        var resource = prefix.Length == 0 ? "https://graph.microsoft.com" : prefix[..^1];
        var api = tenant.Resource(resource.TrimEnd('/'));
        return api is null && !IsGraph(resource)
            ? throw AuthorityRefusal.UnknownResource(resource, tenant.Id)
            : new ScopeRequest(text, openId, resource, prefix, [.. others.Select(static scope => scope.Name)], api);
    }

    /// <summary>Delegated permissions for an application, by name.</summary>
    /// <exception cref="AuthorityRefusal">Not all that is asked for is consented to.</exception>
    public IReadOnlyList<string> DelegatedTo(FakeApplication application)
    {
        var consented = Consented(application.Scopes);
        string[] named = [.. _names.Where(name => name != Default)];
        return (IsDefault && consented.Length == 0) || named.Except(consented, StringComparer.OrdinalIgnoreCase).Any()
            ? throw AuthorityRefusal.NoConsent(application)
            : IsDefault ? consented : named;
    }

    /// <summary>Application permissions of an application, by name; none where none are consented to.</summary>
    /// <exception cref="AuthorityRefusal">More is asked for than <c>.default</c>.</exception>
    public IReadOnlyList<string> GrantedTo(FakeApplication application) => _names is [Default]
        ? Consented(application.Roles)
        : throw AuthorityRefusal.ScopeWithoutDefault(Text);

    /// <summary>What the answer says was granted.</summary>
    public string Granted(IReadOnlyList<string> permissions) => string.Join(
        ' ',
        permissions.Select(name => _prefix + name).Concat(IsDefault ? [_prefix + Default] : [])
            .Concat(_openId.Where(static scope => scope != "offline_access")));

    private static (string Prefix, string Name) Split(string scope)
    {
        var end = scope.LastIndexOf('/') + 1;
        return (scope[..end], scope[end..]);
    }

    // In any cloud, and where a test serves it.
    private static bool IsGraph(string resource) =>
        Uri.TryCreate(resource, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        && (uri.IsLoopback || uri.Host.Split('.')[0] is "graph" or "dod-graph" or "microsoftgraph" || uri.Host.EndsWith(
            ".localhost", StringComparison.OrdinalIgnoreCase));

    private string[] Consented(IReadOnlyList<string> permissions) =>
    [
        .. permissions.Select(Split)
            .Where(permission => Api is null ? permission.Prefix.Length == 0 : Api.IsCalled(permission.Prefix.TrimEnd('/')))
            .Select(static permission => permission.Name),
    ];
}
