using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What the parameter <c>claims</c> wants of an access token.</summary>
/// <param name="Capabilities">What the client can do, such as <c>CP1</c> for answering claims challenges.</param>
/// <param name="Contexts">Authentication contexts, such as <c>c1</c>.</param>
internal sealed record RequestedClaims(IReadOnlyList<string> Capabilities, IReadOnlyList<string> Contexts)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="AuthorityRefusal">The text is no JSON.</exception>
    public static RequestedClaims Parse(string? text)
    {
        if (text is null)
            return new RequestedClaims([], []);

        try
        {
            var ofToken = (JsonNode.Parse(text, documentOptions: Strict) as JsonObject)?["access_token"] as JsonObject;
            return new RequestedClaims(Values(ofToken?["xms_cc"]), Values(ofToken?["acrs"]));
        }
        catch (JsonException)
        {
            throw AuthorityRefusal.Malformed("The parameter 'claims' is no JSON.");
        }
    }

    private static string[] Values(JsonNode? claim) => (claim as JsonObject)?["values"] is JsonArray list
        ? [.. list.Select(Text).OfType<string>()]
        : Text((claim as JsonObject)?["value"]) is { } value ? [value] : [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
