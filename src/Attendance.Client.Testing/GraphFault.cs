using System.Globalization;
using System.Net;

namespace Attendance.Client.Testing;

/// <summary>What a <see cref="FakeGraph"/> does in place of answering as it should.</summary>
public sealed record GraphFault
{
    private GraphFault()
    {
    }

    internal enum Way
    {
        Delay,
        EmptyList,
        Status,
        Content,
        BrokenBody,
        CutBody,
        CutConnection,
    }

    internal Way Kind { get; private init; }

    internal TimeSpan DelayTime { get; private init; }

    internal HttpStatusCode StatusCode { get; private init; }

    internal string? Code { get; private init; }

    internal string? Text { get; private init; }

    internal string? RetryAfter { get; private init; }

    internal string? MediaType { get; private init; }

    /// <summary>An answer with a status and Graph's error body.</summary>
    /// <param name="status">The status, 400 or above.</param>
    /// <param name="code">Code of the error, or null for the one that Graph sends with the status.</param>
    /// <param name="message">Message of the error, or null for the one that Graph sends with the status.</param>
    /// <param name="retryAfter">Text of the header <c>Retry-After</c>, or null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is no error.</exception>
    public static GraphFault Status(HttpStatusCode status, string? code = null, string? message = null, string? retryAfter = null) => new()
    {
        Kind = Way.Status,
        StatusCode = (int)status >= 400
            ? status
            : throw new ArgumentOutOfRangeException(
                nameof(status), status, "The status is no error. Use Content for a success or a redirect."),
        Code = code,
        Text = message,
        RetryAfter = retryAfter,
    };

    /// <summary>429 with the seconds to wait, which Graph sends with a fraction at times.</summary>
    /// <param name="retryAfter">How long to wait, or null for an answer that does not say.</param>
    public static GraphFault Throttled(TimeSpan? retryAfter = null) =>
        Status((HttpStatusCode)429, retryAfter: retryAfter?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));

    /// <summary>The right answer, late by the clock of the graph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public static GraphFault Delay(TimeSpan delay) => new()
    {
        Kind = Way.Delay,
        DelayTime = delay >= TimeSpan.Zero
            ? delay
            : throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is not negative."),
    };

    /// <summary>A list without items, as Graph sends of reports that it has not made yet; other answers are as they should be.</summary>
    public static GraphFault Late() => new() { Kind = Way.EmptyList };

    /// <summary>An answer of another kind than JSON, such as the page of a proxy.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="status">The status.</param>
    public static GraphFault Content(string body, string mediaType = "text/html", HttpStatusCode status = HttpStatusCode.OK) => new()
    {
        Kind = Way.Content,
        StatusCode = status,
        Text = body ?? throw new ArgumentNullException(nameof(body)),
        MediaType = mediaType ?? throw new ArgumentNullException(nameof(mediaType)),
    };

    /// <summary>The right answer, whose JSON ends half way.</summary>
    public static GraphFault BrokenBody() => new() { Kind = Way.BrokenBody };

    /// <summary>The right answer, half way through which the connection breaks.</summary>
    public static GraphFault CutBody() => new() { Kind = Way.CutBody };

    /// <summary>No answer: the connection breaks.</summary>
    public static GraphFault CutConnection() => new() { Kind = Way.CutConnection };
}
