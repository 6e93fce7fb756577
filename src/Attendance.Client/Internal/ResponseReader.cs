using System.Text.Json;
using Attendance.Client.Generated.Models;
using Attendance.Client.Internal.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Attendance.Client.Internal;

/// <summary>
/// Reads one answer. Kiota's own reading loses the status of what is not JSON, takes redirects for success and null for an empty object.
/// </summary>
internal sealed class ResponseReader<T>(ParsableFactory<T> factory, SentRequest request, CancellationToken cancellationToken) : IResponseHandler
    where T : class, IParsable
{
    public async Task<TModel?> HandleResponseAsync<TResponse, TModel>(TResponse response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
    {
        using var message = (HttpResponseMessage)(object)response!;
        return (TModel)(object)await ReadAsync(message).ConfigureAwait(false);
    }

    private async Task<T> ReadAsync(HttpResponseMessage response)
    {
        ReadOnlyMemory<byte> body = default;
        if (response.Content is not null)
        {
#if NET
            using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            body = await BodyReader.ReadAsync(content, cancellationToken).ConfigureAwait(false);
        }

        var failure = new RequestFailure(request, response, body);
        if (!response.IsSuccessStatusCode)
            throw failure.ToException();
        if (body.IsEmpty)
            throw failure.ToException("the answer is empty");
        if (response.Content!.Headers.ContentType?.MediaType is { } mediaType && mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0)
            throw failure.ToException($"the answer is {mediaType}, not JSON");

        try
        {
            var node = new GraphParseNode(body);
            var model = node.GetObjectValue(factory);
            return HoldsNothing(model, node) ? throw failure.ToException("the answer is JSON, but not the object that was asked for") : model;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw failure.ToException("the answer is not the JSON object that was asked for", exception);
        }
    }

    // An object of another kind would pass for a page without items, or for a report of which nothing is known.
    private static bool HoldsNothing(T model, GraphParseNode node) => model switch
    {
        BaseCollectionResponse => !node.HasMember("value"),
        MeetingAttendanceReport report => report is
        {
            Id: null, MeetingStartDateTime: null, MeetingEndDateTime: null, TotalParticipantCount: null, AttendanceRecords: null, ExternalEventInformation: null,
        },
        _ => false,
    };
}
