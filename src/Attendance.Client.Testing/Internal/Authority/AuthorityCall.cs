namespace Attendance.Client.Testing.Internal;

/// <summary>A request to a sign-in server, with all that its query, its form and its headers say.</summary>
internal sealed class AuthorityCall(
    string method, string path, IReadOnlyDictionary<string, string> parameters, string? correlationId)
{
    // What tells who asks for what. All else may be a secret.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "api-version", "authorization_endpoint", "claims", "client_id", "client_info", "code_challenge_method", "domain_hint", "grant_type",
        "login_hint", "post_logout_redirect_uri", "prompt", "redirect_uri", "requested_token_use", "response_mode", "response_type",
        "scope", "username",
    };

    public string Method { get; } = method;

    public string Path { get; } = path;

    /// <summary>What the caller wants to find the answer by, or null for nothing.</summary>
    public string? CorrelationId { get; } = correlationId;

    public IReadOnlyList<string> Segments { get; } = path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The tenant, as the path names it.</summary>
    public string Tenant => Segments[0];

    /// <summary>The parameters without secrets.</summary>
    public Dictionary<string, string> Harmless => parameters.ToDictionary(
        parameter => parameter.Key, parameter => Shown.Contains(parameter.Key) ? parameter.Value : "***", StringComparer.Ordinal);

    public string? this[string parameter] => parameters.TryGetValue(parameter, out var value) && value.Length > 0 ? value : null;

    /// <exception cref="AuthorityRefusal">The parameter is missing.</exception>
    public string Required(string parameter) => this[parameter] ?? throw AuthorityRefusal.Missing(parameter);
}
