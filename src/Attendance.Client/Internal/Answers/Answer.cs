using System.Net;
using System.Text.Json;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>Tells a well-formed success from everything else that may have come back.</summary>
internal readonly struct Answer(GraphConnection connection, SentRequest request, GraphResponse response)
{
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public T Read<T>()
        where T : class, new()
    {
        var failure = Check(mayBeEmpty: false);
        try
        {
            var document = new GraphDocument(response.Body);
            var model = document.Read<T>();
            return HoldsNothing(model, document)
                ? throw failure.ToException("the answer is JSON, but not the object that was asked for")
                : model;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw failure.ToException("the answer is not the JSON object that was asked for", exception);
        }
    }

    /// <summary>The answer as it is, or null for a success of another status than 200 that says nothing.</summary>
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public JsonElement? ReadJson()
    {
        var failure = Check(mayBeEmpty: response.Message.StatusCode != HttpStatusCode.OK);
        if (response.Body.IsEmpty)
            return null;

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw failure.ToException("the answer is not the JSON that was asked for", exception);
        }
    }

    private RequestFailure Check(bool mayBeEmpty)
    {
        var failure = new RequestFailure(request, response);
        if (response.Message.RequestMessage?.RequestUri is { } answered && !ReferenceEquals(answered, request.Uri) && !connection.Owns(
            answered))
            throw failure.ToException(
                $"the answer is one of {answered.GetLeftPart(UriPartial.Authority)}, to which the HttpClient was redirected");
        if (!response.Message.IsSuccessStatusCode)
            throw failure.ToException();
        if (response.IsTooLarge)
            throw failure.ToException(
                $"the answer has more than {connection.MaxResponseSize} bytes, the {nameof(AttendanceClientOptions.MaxResponseSize)}");
        if (response.Body.IsEmpty)
            return mayBeEmpty ? failure : throw failure.ToException("the answer is empty");
        if (response.Message.Content.Headers.ContentType?.MediaType is { } mediaType
            && mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0)
            throw failure.ToException($"the answer is {mediaType}, not JSON");

        return failure;
    }

    // An object of another kind would pass for a page without items, or for a report or a meeting of which nothing is known.
    private static bool HoldsNothing(object model, GraphDocument document) => model switch
    {
        Wire.BaseCollectionResponse => !document.HasMember("value"),
        Wire.MeetingAttendanceReport report => report is
        {
            Id: null,
            MeetingStartDateTime: null,
            MeetingEndDateTime: null,
            TotalParticipantCount: null,
            Records: null,
            ExternalEventInformation: null,
        },
        Wire.OnlineMeeting { Id: null, JoinWebUrl: null }
            or Wire.VirtualEvent { Id: null, DisplayName: null }
            or Wire.VirtualEventSession { Id: null, JoinWebUrl: null }
            or Wire.VirtualEventRegistration { Id: null, Email: null } => true,
        _ => false,
    };
}
