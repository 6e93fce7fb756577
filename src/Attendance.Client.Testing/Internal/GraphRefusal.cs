using System.Globalization;
using System.Net;

namespace Attendance.Client.Testing.Internal;

/// <summary>An answer with an error, as Graph words it.</summary>
internal sealed class GraphRefusal(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public static GraphRefusal BadRequest(string message) => new(HttpStatusCode.BadRequest, "BadRequest", message);

    public static GraphRefusal NotFound(string what) => new(HttpStatusCode.NotFound, "NotFound", $"The requested {what} was not found.");

    public byte[] ToJson(AnswerIds ids) => WireJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", Message);
        writer.WriteStartObject("innerError");
        writer.WriteString("date", ids.Date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("request-id", ids.RequestId);
        writer.WriteString("client-request-id", ids.ClientRequestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
