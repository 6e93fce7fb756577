using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>The token beside encrypted notifications, by which Graph shows an application that it is Graph.</summary>
internal static class ValidationToken
{
    private const string Publisher = "0bf30f3b-4a52-48df-9a82-234910c4a086";

    public static string Of(AuthorityState state, string tenantId, string applicationId)
    {
        lock (state.Gate)
        {
            var now = state.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
            return state.Key.Sign(new JsonObject
            {
                ["aud"] = applicationId,
                ["iss"] = $"{state.Endpoint}{tenantId}/v2.0",
                ["iat"] = now,
                ["nbf"] = now,
                ["exp"] = now + 3600,
                ["azp"] = Publisher,
                ["azpacr"] = "2",
                ["tid"] = tenantId,
                ["ver"] = "2.0",
            });
        }
    }
}
