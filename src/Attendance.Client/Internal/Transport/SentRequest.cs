using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>One request, over all its attempts.</summary>
/// <param name="information">What a generated builder describes, with its address.</param>
/// <param name="adapter">Kiota's, which makes the message of each attempt.</param>
/// <param name="tokens">Those of the credential that the request is made with.</param>
/// <param name="operation">The public call that the request is part of.</param>
internal sealed class SentRequest(RequestInformation information, IRequestAdapter adapter, AccessTokens tokens, Operation operation)
{
    private const string Authorization = "Authorization";

    public Uri Uri { get; } = information.URI;

    /// <summary>The method, such as <c>GET</c>.</summary>
    public string Method => information.HttpMethod.ToString();

    /// <summary>Whether two of it do no more than one. A POST may make something each time.</summary>
    public bool IsRepeatable { get; } = information.HttpMethod is not Microsoft.Kiota.Abstractions.Method.POST;

    public AccessTokens Tokens => tokens;

    public Operation Operation => operation;

    /// <summary>The id that ties the attempts together, here and in Graph's logs.</summary>
    public string ClientRequestId { get; } = NewId();

    /// <summary>The token that the next attempt is sent with.</summary>
    public BearerToken? Token
    {
        get;
        set
        {
            if (field is not null)
                information.Headers.Remove(Authorization);

            field = value;
            if (value is not null)
                information.Headers.TryAdd(Authorization, value.Header);
        }
    }

    /// <summary>JSON that is sent with each attempt, or null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>How often it was sent so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The message of one attempt: address, token, and what the builder has set.</summary>
    public Task<HttpRequestMessage> CreateMessageAsync(CancellationToken cancellationToken)
    {
        // Each message takes its stream along when it goes.
        if (Body is not null)
            information.SetStreamContent(new MemoryStream(Body), "application/json");

        return adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(information, cancellationToken)!;
    }

#if NET
    // An id need be unique, not unforeseeable: random bits of the operating system take a system call, a tenth of a small call.
    private static string NewId()
    {
        Span<byte> bits = stackalloc byte[16];
        Random.Shared.NextBytes(bits);
        bits[7] = (byte)((bits[7] & 0x0F) | 0x40);
        bits[8] = (byte)((bits[8] & 0x3F) | 0x80);
        return new Guid(bits).ToString();
    }
#else
    private static string NewId() => Guid.NewGuid().ToString();
#endif
}
