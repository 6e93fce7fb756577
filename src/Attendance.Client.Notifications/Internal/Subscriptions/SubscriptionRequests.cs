using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Attendance.Client.Notifications.Generated;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using Wire = Attendance.Client.Notifications.Generated.Models;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The requests for subscriptions: Kiota's builders describe them, and the client sends them.</summary>
internal sealed class SubscriptionRequests(AttendanceClient client)
{
    private const int MostPages = 1000;

    // Sends nothing: the path behind it is what the client gets.
    private const string NoServer = "https://graph.invalid";

    private readonly GraphClient _builders = new(
        new HttpClientRequestAdapter(
            new AnonymousAuthenticationProvider(), new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), new HttpClient())
        {
            BaseUrl = NoServer,
        });

    public async Task<Subscription> CreateAsync(
        SubscriptionResource resource, SubscriptionOptions options, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var certificate = resource.Kind is SubscriptionResourceKind.MeetingCalls ? options.EncryptionCertificate : null;
        var request = _builders.Subscriptions.ToPostRequestInformation(new Wire.Subscription
        {
            Resource = resource.Path,
            ChangeType = resource.Changes,
            NotificationUrl = options.NotificationUrl!.AbsoluteUri,
            LifecycleNotificationUrl = (options.LifecycleNotificationUrl ?? options.NotificationUrl).AbsoluteUri,
            ExpirationDateTime = expiresAt,
            ClientState = options.ClientState,
            LatestSupportedTlsVersion = options.LatestSupportedTlsVersion,
            IncludeResourceData = certificate is null ? null : true,
            EncryptionCertificate = certificate is null ? null : Convert.ToBase64String(certificate.Export(X509ContentType.Cert)),
            EncryptionCertificateId = certificate is null ? null : options.EncryptionCertificateId ?? certificate.Thumbprint,
        });
        try
        {
            return ToSubscription(Model(await SendAsync(request, cancellationToken).ConfigureAwait(false), CreateSubscription));
        }
        catch (AttendanceRequestException exception) when (SubscriptionRefusal.RemedyOf(exception, resource) is { } remedy)
        {
            throw SubscriptionRefusal.With(exception, remedy);
        }
    }

    public async IAsyncEnumerable<Subscription> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await SendAsync(_builders.Subscriptions.ToGetRequestInformation(), cancellationToken).ConfigureAwait(false);
        for (var pages = 1; ; pages++)
        {
            var page = Model(answer, Wire.SubscriptionCollectionResponse.CreateFromDiscriminatorValue);
            foreach (var subscription in page.Value ?? throw Unexpected("The list of subscriptions has no value."))
            {
                // Of one without id nobody can say anything.
                if (subscription?.Id is not null)
                    yield return ToSubscription(subscription);
            }

            if (string.IsNullOrEmpty(page.OdataNextLink))
                yield break;
            if (pages == MostPages)
                throw Unexpected($"The list of subscriptions has more than {MostPages} pages.");

            answer = await client.SendAsync(HttpMethod.Get, page.OdataNextLink, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<Subscription> GetAsync(string id, CancellationToken cancellationToken) =>
        ToSubscription(Model(
            await SendAsync(_builders.Subscriptions[id].ToGetRequestInformation(), cancellationToken).ConfigureAwait(false),
            CreateSubscription));

    public async Task<Subscription> RenewAsync(string id, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var request = _builders.Subscriptions[id].ToPatchRequestInformation(new Wire.Subscription { ExpirationDateTime = expiresAt });
        return ToSubscription(Model(await SendAsync(request, cancellationToken).ConfigureAwait(false), CreateSubscription));
    }

    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(_builders.Subscriptions[id].ToDeleteRequestInformation(), cancellationToken).ConfigureAwait(false);
        }
        catch (AttendanceRequestException exception) when (exception.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            // So is one whose first answer was lost on the way.
        }
    }

    /// <summary>The join link of the meeting that a call was, and when it ended; null for what is no meeting.</summary>
    public async Task<(string? JoinWebUrl, DateTimeOffset? EndedAt)> GetCallRecordAsync(string id, CancellationToken cancellationToken)
    {
        var request = _builders.Communications.CallRecords[id].ToGetRequestInformation(
            static options => options.QueryParameters.Select = ["joinWebUrl", "endDateTime"]);
        var record = Model(
            await SendAsync(request, cancellationToken).ConfigureAwait(false),
            Wire.CallRecords.CallRecord.CreateFromDiscriminatorValue);
        return (record.JoinWebUrl, record.EndDateTime);
    }

    private static Wire.Subscription CreateSubscription(IParseNode node) => Wire.Subscription.CreateFromDiscriminatorValue(node);

    private static T Model<T>(JsonElement? answer, ParsableFactory<T> factory)
        where T : IParsable
    {
        if (answer is not { ValueKind: JsonValueKind.Object } json)
            throw Unexpected("The answer is no object.");

        try
        {
            return new JsonParseNode(json).GetObjectValue(factory)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unexpected("The answer is another object than the one that was asked for.", exception);
        }
    }

    private static Subscription ToSubscription(Wire.Subscription wire) => new()
    {
        Id = wire.Id is { } id && EventId.IsId(id) ? id : throw Unexpected("The subscription has no id that can be asked for."),
        Resource = string.IsNullOrWhiteSpace(wire.Resource) ? null : SubscriptionResource.Parse(wire.Resource),
        ChangeTypes = [.. (wire.ChangeType ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static change => new ChangeType(change))],
        ExpiresAt = wire.ExpirationDateTime?.ToUniversalTime(),
        NotificationUrl = wire.NotificationUrl,
        LifecycleNotificationUrl = wire.LifecycleNotificationUrl,
        IncludesResourceData = wire.IncludeResourceData ?? false,
        EncryptionCertificateId = wire.EncryptionCertificateId,
        LatestSupportedTlsVersion = wire.LatestSupportedTlsVersion,
        ApplicationId = wire.ApplicationId,
        CreatorId = wire.CreatorId,
    };

    private static AttendanceRequestException Unexpected(string fault, Exception? innerException = null)
    {
        const string Remedy = "Check what stands between the application and Graph, or report it to Microsoft.";
        return new AttendanceRequestException(
            $"{fault} {Remedy}", HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse, innerException)
        {
            Remedy = Remedy,
        };
    }

    private async Task<JsonElement?> SendAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        JsonElement? body = null;
        if (request.Content is { CanSeek: true, Length: > 0 } content)
        {
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken).ConfigureAwait(false);
            body = document.RootElement.Clone();
        }

        var path = request.URI.PathAndQuery.TrimStart('/');
        return await client.SendAsync(new HttpMethod(request.HttpMethod.ToString()), path, body, cancellationToken).ConfigureAwait(false);
    }
}
