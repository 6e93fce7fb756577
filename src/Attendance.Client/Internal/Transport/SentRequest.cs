using System.Net.Http.Headers;

namespace Attendance.Client.Internal;

/// <summary>One request, over all its attempts.</summary>
internal sealed class SentRequest(Uri uri, Operation operation)
{
    public Uri Uri { get; } = uri;

    /// <summary>The public call that the request is part of.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>The id that ties the attempts together, here and in Graph's logs.</summary>
    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>How often it was sent so far.</summary>
    public int Attempts { get; set; }
}
