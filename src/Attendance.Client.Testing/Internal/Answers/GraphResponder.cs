using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Answers over HTTP: what Graph refuses with its error body, all else out of the store, and as a fault wants it.</summary>
/// <param name="store">What there is to answer with.</param>
/// <param name="gate">Locked while the store is read.</param>
/// <param name="callerOf">Tells, under that lock, who calls an address with a token, or refuses the token; null for somebody who may do
/// everything.</param>
internal sealed class GraphResponder(GraphStore store, object gate, Func<Uri, string, FakeCaller?> callerOf)
{
    private const string AnyChallenge =
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", " +
        "client_id=\"00000003-0000-0000-c000-000000000000\"";

    private readonly RequestWindow _eventRequests = new();
    private int _requestCount;

    public HttpResponseMessage Answer(HttpRequestMessage request, GraphRequest asked, GraphFault? fault, AnswerSettings settings)
    {
        var ids = NextIds(request, settings);
        return ToResponse(request, fault, ids, AnswerJson(request, asked, fault, settings, ids));
    }

    /// <summary>The answer to a batch that was read.</summary>
    public HttpResponseMessage Answer(HttpRequestMessage request, GraphFault? fault, JsonObject answers, AnswerSettings settings) =>
        ToResponse(request, fault, NextIds(request, settings), new Outcome(HttpStatusCode.OK, answers, Refusal: null));

    /// <summary>The answer to a request that another than the store has answered, or refused.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request, GraphFault? fault, Func<Task<(HttpStatusCode Status, JsonObject? Json)>> answer,
        AnswerSettings settings)
    {
        var ids = NextIds(request, settings);
        try
        {
            if (fault is { Kind: GraphFault.Way.Status })
                throw GraphRefusal.Of(fault);

            var (status, json) = await answer().ConfigureAwait(false);
            var response = ToResponse(request, fault, ids, new Outcome(status, json ?? [], Refusal: null));
            if (json is null)
                response.Content = new ByteArrayContent([]);

            return response;
        }
        catch (GraphRefusal refusal)
        {
            return ToResponse(request, fault, ids, new Outcome(refusal.Status, refusal.ToJson(ids), refusal));
        }
    }

    /// <summary>Who calls.</summary>
    /// <exception cref="GraphRefusal">There is no token, or one that is not taken.</exception>
    public FakeCaller? CallerOf(HttpRequestMessage request)
    {
        if (request.Headers.Authorization?.Parameter is not { Length: > 0 } token)
            throw GraphRefusal.InvalidToken("Access token is empty.");

        lock (gate)
            return callerOf(request.RequestUri!, token);
    }

    public HttpResponseMessage Refuse(HttpRequestMessage request, GraphRefusal refusal, AnswerSettings settings)
    {
        var ids = NextIds(request, settings);
        return ToResponse(request, fault: null, ids, new Outcome(refusal.Status, refusal.ToJson(ids), refusal));
    }

    private static HttpResponseMessage ToResponse(
        HttpRequestMessage request, GraphFault? fault, AnswerIds ids, Outcome outcome)
    {
        var (status, json, refusal) = (outcome.Status, outcome.Json, outcome.Refusal);
        var isBatch = request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal);
        var isText = fault is { Kind: GraphFault.Way.Content };
        var body = isText ? Encoding.UTF8.GetBytes(fault!.Text!) : JsonBytes.Of(json);
        var response = new HttpResponseMessage(isText ? fault!.StatusCode : status)
        {
            RequestMessage = request,
            Content = fault?.Kind switch
            {
                GraphFault.Way.BrokenBody => new ByteArrayContent(body, 0, body.Length / 2),
                GraphFault.Way.CutBody => new CutContent(body),
                _ => new ByteArrayContent(body),
            },
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            isText ? $"{fault!.MediaType}; charset=utf-8"
            : json is JsonValue ? "text/plain; charset=utf-8"
            : $"application/json; odata.metadata={(outcome.HasNoMetadata ? "none" : "minimal")}; odata.streaming=true; " +
                "IEEE754Compatible=false; charset=utf-8");
        response.Headers.Date = ids.Date;
        response.Headers.Add("request-id", ids.RequestId);
        response.Headers.Add("client-request-id", ids.ClientRequestId);
        if (refusal?.RetryAfter is { } retryAfter)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (status == HttpStatusCode.Unauthorized)
            response.Headers.TryAddWithoutValidation("WWW-Authenticate", refusal?.Challenge ?? AnyChallenge);
        if (status == HttpStatusCode.MethodNotAllowed)
            response.Content.Headers.Allow.Add(isBatch ? "POST" : "GET");
        if (outcome.Zone is { } zone)
            response.Headers.TryAddWithoutValidation("Preference-Applied", $"outlook.timezone=\"{zone.Id}\"");

        return response;
    }

    private Outcome AnswerJson(
        HttpRequestMessage request, GraphRequest asked, GraphFault? fault, AnswerSettings settings, AnswerIds ids)
    {
        try
        {
            if (fault is { Kind: GraphFault.Way.Status })
                throw GraphRefusal.Of(fault);
            if (request.Method != HttpMethod.Get || asked.Operation == GraphOperation.Batch)
                throw new GraphRefusal(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"The method {request.Method} is not allowed.");

            var zone = Preferences.ZoneOf(request, asked.Operation);
            var json = AnswerJson(request, asked, settings, ids, zone);
            if (fault is { Kind: GraphFault.Way.EmptyList } && json is JsonObject list && list["value"] is JsonArray)
            {
                list["value"] = new JsonArray();
                list.Remove("@odata.nextLink");
            }

            var hasNoMetadata = json is JsonObject entity && Preferences.DropMetadata(request, entity);
            return new Outcome(HttpStatusCode.OK, json, Refusal: null, hasNoMetadata, zone);
        }
        catch (GraphRefusal refusal)
        {
            return new Outcome(refusal.Status, refusal.ToJson(ids), refusal);
        }
    }

    private JsonNode AnswerJson(
        HttpRequestMessage request, GraphRequest asked, AnswerSettings settings, AnswerIds ids, TimeZoneInfo? zone)
    {
        var authorization = request.Headers.Authorization;
        var token = authorization?.Parameter;
        if (string.IsNullOrEmpty(token) || !authorization!.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw GraphRefusal.InvalidToken("Access token is empty.");

        lock (gate)
        {
            var caller = callerOf(request.RequestUri!, token!);
            asked.Check();
            if (asked.IsOfEvents && settings.VirtualEventRequestLimit is { } limit)
                _eventRequests.Take(limit, ids.Date);

            return new GraphAnswers(store, settings, asked, caller, zone).Answer();
        }
    }

    private AnswerIds NextIds(HttpRequestMessage request, AnswerSettings settings)
    {
        var requestId = NextRequestId();

        // Of what no header may hold, none goes back.
        var given = request.Headers.TryGetValues("client-request-id", out var values) ? values.First() : "";
        return new AnswerIds(
            requestId, given.Length > 0 && given.All(letter => letter is >= ' ' and <= '~') ? given : requestId,
            settings.TimeProvider.GetUtcNow());
    }

    // The same ids in every run, so that a demo and a test print the same twice.
    private string NextRequestId() => new Guid(Interlocked.Increment(ref _requestCount), 0, 0, new byte[8]).ToString();

    private sealed record Outcome(
        HttpStatusCode Status, JsonNode Json, GraphRefusal? Refusal, bool HasNoMetadata = false, TimeZoneInfo? Zone = null);
}
