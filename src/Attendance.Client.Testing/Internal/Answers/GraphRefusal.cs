using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>An answer with an error, as Graph words it.</summary>
internal sealed class GraphRefusal(
    HttpStatusCode status, string code, string message, string? retryAfter = null, string? challenge = null) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Text of the header <c>Retry-After</c>, or null for none.</summary>
    public string? RetryAfter { get; } = retryAfter;

    /// <summary>Text of the header <c>WWW-Authenticate</c>, or null for none.</summary>
    public string? Challenge { get; } = challenge;

    public static GraphRefusal BadRequest(string message) => new(HttpStatusCode.BadRequest, "BadRequest", message);

    public static GraphRefusal InvalidToken(string message, string? challenge = null) =>
        new(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", message, challenge: challenge);

    public static GraphRefusal Forbidden(string code, string message) => new(HttpStatusCode.Forbidden, code, message);

    /// <summary>The refusal of a look-up that does not say by what.</summary>
    public static GraphRefusal InvalidArgument(string message) => new(HttpStatusCode.BadRequest, "InvalidArgument", message);

    /// <summary>The refusal of the directory, which does not know a user or a group.</summary>
    public static GraphRefusal NoObject(string id) => new(
        HttpStatusCode.NotFound, "Request_ResourceNotFound",
        $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    /// <summary>The refusal of a calendar of somebody who has none.</summary>
    public static GraphRefusal InvalidMailbox(string user) =>
        new(HttpStatusCode.NotFound, "ErrorInvalidUser", $"The requested user '{user}' is invalid.");

    public static GraphRefusal NotFound(string what) => new(HttpStatusCode.NotFound, "NotFound", $"The requested {what} was not found.");

    public static GraphRefusal NoSegment(string segment) => BadRequest($"Resource not found for the segment '{segment}'.");

    public static GraphRefusal NoProperty(string name, string type) =>
        BadRequest($"Could not find a property named '{name}' on type 'microsoft.graph.{type}'.");

    public static GraphRefusal Throttled(string? retryAfter) =>
        new((HttpStatusCode)429, "TooManyRequests", "Please retry again later.", retryAfter);

    /// <summary>What Graph answers with a status when it says no more.</summary>
    public static GraphRefusal Of(GraphFault fault)
    {
        var (code, message) = (int)fault.StatusCode switch
        {
            400 => ("BadRequest", "An error has occurred."),
            401 => ("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
            403 => ("Forbidden", "Forbidden"),
            404 => ("NotFound", "The requested resource was not found."),
            429 => ("TooManyRequests", "Please retry again later."),
            500 => ("InternalServerError", "Object reference not set to an instance of an object."),
            503 => ("ServiceUnavailable", "The service is unavailable."),
            504 => ("GatewayTimeout", "The gateway did not receive a response in time."),
            _ => ("UnknownError", "An error has occurred."),
        };
        return new GraphRefusal(fault.StatusCode, fault.Code ?? code, fault.Text ?? message, fault.RetryAfter);
    }

    public JsonObject ToJson(AnswerIds ids)
    {
        var inner = new JsonObject
        {
            ["date"] = ids.Date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = ids.RequestId,
            ["client-request-id"] = ids.ClientRequestId,
        };
        if ((int)Status == 429)
            inner.Insert(0, "code", "429");

        return new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = Message, ["innerError"] = inner } };
    }
}
