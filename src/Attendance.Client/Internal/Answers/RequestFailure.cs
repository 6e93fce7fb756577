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
        var error = ReadError();
        var redirect = Response.Headers.Location is { } location ? $"a redirect to {Resolve(location)}, which is not followed" : null;
        var said = Clean(
            redirect
                ?? error?.Message
                ?? error?.Details?.Find(detail => detail.Message is not null)?.Message
                ?? BodyExcerpt.Of(answer.Body.Span));
        var (reason, remedy) = ErrorDiagnosis.Of(Response.StatusCode, error?.Code, said, request.Uri);
        var code = string.IsNullOrEmpty(error?.Code) ? null : error!.Code;
        return Create(code is null ? said : $"{code}: {said}", reason, remedy, code, error?.InnerError, innerException: null);
    }

    /// <summary>The exception for a success that is not what was asked for.</summary>
    public AttendanceRequestException ToException(string fault, Exception? innerException = null)
    {
        var excerpt = Clean(BodyExcerpt.Of(answer.Body.Span));
        return Create(
            excerpt is null ? fault : $"{fault}: {excerpt}", AttendanceErrorReason.UnexpectedResponse, ErrorDiagnosis.NotGraph, code: null,
            innerError: null, innerException);
    }

    private AttendanceRequestException Create(
        string? said, AttendanceErrorReason reason, string? remedy, string? code, InnerError? innerError, Exception? innerException)
    {
        var status = $"{(int)Response.StatusCode} {Response.ReasonPhrase ?? Response.StatusCode.ToString()}".TrimEnd();
        var message =
            $"GET {request.Uri.GetLeftPart(UriPartial.Path)} " +
            $"failed with {status}{(said is null ? "" : ", ")}{said?.TrimEnd('.')}.{(remedy is null ? "" : " ")}{remedy}";
        return new AttendanceRequestException(message, Response.StatusCode, reason, innerException)
        {
            Remedy = remedy,
            ErrorCode = code,
            RequestId = Header("request-id") ?? innerError?.RequestId,
            ClientRequestId = Header("client-request-id") ?? innerError?.ClientRequestId ?? request.ClientRequestId,
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
        Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
