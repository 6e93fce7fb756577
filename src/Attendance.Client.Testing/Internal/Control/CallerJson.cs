using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>A caller with the token that stands for it, as text.</summary>
internal static class CallerJson
{
    /// <returns>The token, null for any that is not known, and the caller.</returns>
    /// <exception cref="FormatException">The object is no caller; the message says why.</exception>
    public static (string? Token, FakeCaller Caller) Read(string path, JsonNode? node)
    {
        var json = JsonMembers.Of(path, node);
        json.Allow("token", "userId", "applicationId", "permissions");
        if (!json.Has("permissions"))
            throw json.Fault("has no permissions; name them, or [] for none");

        var permissions = json.Texts("permissions").ToList();
        return (json.Text("token"), (json.Text("userId"), json.Text("applicationId")) switch
        {
            ({ } user, var application) => FakeCaller.UserOf(user, application ?? FakeCaller.SomeApplicationId, permissions),
            (null, { } application) => FakeCaller.Application(application, permissions),
            _ => throw json.Fault("has neither userId nor applicationId, so nobody could say who calls"),
        });
    }

    public static JsonObject Write(string? token, FakeCaller caller)
    {
        var json = new JsonObject();
        if (token is not null)
            json["token"] = token;
        if (caller.UserId is not null)
            json["userId"] = caller.UserId;
        json["applicationId"] = caller.ApplicationId;
        json["permissions"] = new JsonArray([.. caller.Permissions.Select(static permission => (JsonNode)permission)]);
        return json;
    }
}
