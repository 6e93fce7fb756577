using System.Globalization;
using System.Text.Json;
using Attendance.Client.Generated.Models.ODataErrors;
using Microsoft.Kiota.Serialization.Json;

namespace Attendance.Client.Internal;

/// <summary>An answer that is no well-formed success.</summary>
internal readonly struct RequestFailure(SentRequest request, GraphResponse answer)
{
    private HttpResponseMessage Response => answer.Message;

    /// <summary>The exception for an error status.</summary>
    public AttendanceRequestException ToException()
    {
        // A body that is larger than any of Graph's errors is none of them.
        var error = answer.IsTooLarge ? null : ReadError();
        var redirect = Response.Headers.Location is { } location ? $"a redirect to {Resolve(location)}, which is not followed" : null;
        var said = redirect
            ?? Text(error?.Message)
            ?? Text(error?.Details?.Find(static detail => Text(detail.Message) is not null)?.Message)
            ?? (error is null ? BodyExcerpt.Of(answer.Body.Span) : null);

        // The text as it came tells the reason; only what is shown of it is cleaned.
        said = BodyExcerpt.Cut(said);
        var isNotGraphs = answer.IsTooLarge && (int)Response.StatusCode is >= 400 and < 500 and not (401 or 407 or 408 or 429);
        var (reason, remedy) = isNotGraphs
            ? (AttendanceErrorReason.UnexpectedResponse, ErrorDiagnosis.NotGraph)
            : ErrorDiagnosis.Of(Response.StatusCode, error?.Code, said, request.Uri);
        var code = Clean(Text(error?.Code));
        var shown = string.Join(": ", new[] { code, Clean(said) }.Where(static part => part is not null));
        return Create(Text(shown), reason, remedy, code, error?.InnerError, innerException: null);
    }

    /// <summary>The exception for a success that is not what was asked for. It repeats no JSON, in which there are people.</summary>
    public AttendanceRequestException ToException(string fault, Exception? innerException = null)
    {
        var excerpt = JsonEdges.IsJson(answer.Body.Span) ? null : Clean(BodyExcerpt.Of(answer.Body.Span));
        return Create(
            excerpt is null ? fault : $"{fault}: {excerpt}",
            AttendanceErrorReason.UnexpectedResponse,
            ErrorDiagnosis.NotGraph,
            code: null,
            innerError: null,
            innerException);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private AttendanceRequestException Create(
        string? said, AttendanceErrorReason reason, string? remedy, string? code, InnerError? innerError, Exception? innerException)
    {
        var status = $"{(int)Response.StatusCode} {Clean(Response.ReasonPhrase) ?? Response.StatusCode.ToString()}".TrimEnd();
        var message =
            $"{request.Method} {request.Uri.GetLeftPart(UriPartial.Path)} " +
            $"failed with {status}{(said is null ? "" : ", ")}{said?.TrimEnd('.')}.{(remedy is null ? "" : " ")}{remedy}";
        return new AttendanceRequestException(message, Response.StatusCode, reason, innerException)
        {
            Remedy = remedy,
            ErrorCode = code,
            RequestId = Header("request-id") ?? Clean(Text(innerError?.RequestId)),
            ClientRequestId = Header("client-request-id") ?? Clean(Text(innerError?.ClientRequestId)) ?? request.ClientRequestId,
            Date = Date(innerError?.Date) ?? Response.Headers.Date,
            RetryAfter = answer.RetryAfter,
            Attempts = request.Attempts,
        };
    }

    private MainError? ReadError()
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return new JsonParseNode(document.RootElement).GetObjectValue(ODataError.CreateFromDiscriminatorValue).Error;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private string? Clean(string? text) =>
        text is null ? null : BodyExcerpt.Clean(text, request.Token?.Value);

    private string Resolve(Uri location) =>
        (Uri.TryCreate(request.Uri, location, out var target) ? target : request.Uri).GetLeftPart(UriPartial.Path);

    private string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) ? Clean(Text(string.Join(", ", values))) : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
