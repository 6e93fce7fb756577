using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>A JSON web token that somebody presents, of which nothing is believed yet.</summary>
internal sealed class SignedToken
{
    // What stands twice would mean one thing to one reader and another to the next.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _header;
    private readonly JsonObject _claims;
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private SignedToken(JsonObject header, JsonObject claims, byte[] signed, byte[] signature)
    {
        _header = header;
        _claims = claims;
        _signed = signed;
        _signature = signature;
    }

    public string? Audience => Text("aud");

    public string? Issuer => Text("iss");

    public string? Subject => Text("sub");

    public DateTimeOffset? Expiry => Time("exp");

    public DateTimeOffset? NotBefore => Time("nbf");

    /// <summary>The token, or null for text that is none.</summary>
    public static SignedToken? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
            return null;

        try
        {
            var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]), documentOptions: Strict) as JsonObject;
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]), documentOptions: Strict) as JsonObject;
            return header is null || claims is null
                ? null
                : new SignedToken(
                    header, claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Text of a claim, or null where there is none.</summary>
    public string? Text(string claim) => TextOf(_claims, claim);

    /// <summary>Texts of a claim that is a list, or one text with spaces between them.</summary>
    public IReadOnlyList<string> Texts(string claim) => _claims[claim] is JsonArray list
        ? [.. list.OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : "")]
        : (Text(claim) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Text of a member of the header, or null where there is none.</summary>
    public string? Header(string member) => TextOf(_header, member);

    public bool IsSignedBy(RSA key) => Header("alg") switch
    {
        "RS256" => key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "PS256" => key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => false,
    };

    private static string? TextOf(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    // MSAL writes times as text.
    private DateTimeOffset? Time(string claim) =>
        _claims[claim] is JsonValue value
            && (value.TryGetValue(out long seconds)
                || long.TryParse(TextOf(_claims, claim), NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
            && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
