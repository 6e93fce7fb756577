using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>What an access token says of itself. Its signature is not checked, as that is Graph's to do.</summary>
internal sealed class TokenClaims
{
    private static readonly char[] Blank = [' '];

    private readonly JsonElement _claims;

    private TokenClaims(JsonElement claims)
    {
        _claims = claims;
        Scopes = (Text("scp") ?? "").Split(Blank, StringSplitOptions.RemoveEmptyEntries);
        Roles = Texts("roles");
    }

    public string? Audience => Text("aud");

    public string? TenantId => Text("tid");

    public string? ApplicationId => Text("appid") ?? Text("azp");

    public string? ApplicationName => Text("app_displayname");

    /// <summary>Object id of the user, or of the application's own service principal.</summary>
    public string? ObjectId => Text("oid");

    public string? UserName => Text("upn") ?? Text("preferred_username") ?? Text("unique_name") ?? Text("name");

    /// <summary>Delegated permissions.</summary>
    public string[] Scopes { get; }

    /// <summary>Application permissions; a user's token may have roles of the user here.</summary>
    public string[] Roles { get; }

    public bool IsApplication => Text("idtyp") is { } type ? type == "app" : Scopes.Length == 0;

    /// <summary>What the token allows whoever it is for.</summary>
    public string[] Permissions => IsApplication ? Roles : Scopes;

    public DateTimeOffset? ExpiresAt => Time("exp");

    public DateTimeOffset? ValidFrom => Time("nbf");

    /// <summary>The claims, or null for a token that only Graph can read.</summary>
    public static TokenClaims? Of(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Base64Url.Decode(parts[1]) is not { } json)
            return null;

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new TokenClaims(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private DateTimeOffset? Time(string name) =>
        _claims.TryGetProperty(name, out var seconds)
        && seconds.ValueKind == JsonValueKind.Number
        && seconds.TryGetDouble(out var value)
        && value is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds((long)value)
            : null;

    private string? Text(string name) =>
        _claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private string[] Texts(string name)
    {
        var texts = new List<string>();
        if (_claims.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array)
        {
            foreach (var value in values.EnumerateArray())
            {
                if (value.ValueKind == JsonValueKind.String)
                    texts.Add(value.GetString()!);
            }
        }

        return [.. texts];
    }
}
