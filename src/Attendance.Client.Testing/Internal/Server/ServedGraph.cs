using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Attendance.Client.Testing.Internal;

/// <summary>Answers requests of a web server out of a graph.</summary>
internal sealed class ServedGraph(FakeGraph graph, ServedHosts hosts, Uri? publicUrl) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(graph, disposeHandler: false);
    private readonly ControlPath _control = new(graph);

    public async Task AnswerAsync(HttpContext context)
    {
        var address = RequestAddress.Read(context, hosts, publicUrl);
        if (address.Refusal is null && ControlPathOf(context) is { } path)
        {
            await ControlAsync(context, path).ConfigureAwait(false);
            return;
        }

        using var request = ToMessage(context.Request, address.Uri);
        try
        {
            using var response = await AnswerAsync(request, address.Refusal, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // A connection that is reset may take along what the client has not read of half a body. Too short a body ends it in time.
            if (!context.Response.HasStarted)
                context.Abort();
        }
    }

    /// <summary>The whole answer to what is no HTTP, which closes the connection.</summary>
    public byte[] AnswerTo(IHttpRequestFeature? asked, BadHttpRequestException error)
    {
        // What has neither method nor target is known by what is wrong with it.
        var method = asked is { Method.Length: > 0 } ? asked.Method : "MALFORMED";
        var target = asked is { RawTarget.Length: > 0 } ? asked.RawTarget : error.Message;
        var path = target.StartsWith('/') ? target : $"/{Uri.EscapeDataString(target)}";
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            Uri.TryCreate($"http://127.0.0.1{path}", UriKind.Absolute, out var uri) ? uri : new Uri("http://127.0.0.1/"));
        using var response = graph.Refuse(request, RefusalOf(error));
        using var body = new MemoryStream();
        response.Content.CopyTo(body, context: null, CancellationToken.None);
        var head = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture, $"HTTP/1.1 {error.StatusCode} {ReasonPhrases.GetReasonPhrase(error.StatusCode)}\r\n"));
        foreach (var header in response.Headers.Concat(response.Content.Headers))
            head.Append(CultureInfo.InvariantCulture, $"{header.Key}: {string.Join(", ", header.Value)}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body.ToArray()];
    }

    public void Dispose() => _invoker.Dispose();

    private static GraphRefusal RefusalOf(BadHttpRequestException error) =>
        new((HttpStatusCode)error.StatusCode, "BadRequest", error.Message);

    private static string? ControlPathOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        return target.Equals(ControlPath.Root, StringComparison.Ordinal)
            || target.StartsWith($"{ControlPath.Root}/", StringComparison.Ordinal)
            ? target[ControlPath.Root.Length..]
            : null;
    }

    private static HttpRequestMessage ToMessage(HttpRequest request, Uri uri)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), uri);
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            message.Content = new StreamContent(request.Body);
        foreach (var header in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                message.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        return message;
    }

    private static async Task WriteAsync(HttpContext context, HttpResponseMessage response)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers))
            context.Response.Headers[header.Key] = header.Value.ToArray();

        context.Response.Headers.Append("Vary", "Accept-Encoding");
        if (response.Content is ByteArrayContent && AcceptsGzip(context.Request))
        {
            var compressed = Compress(await response.Content.ReadAsByteArrayAsync(context.RequestAborted).ConfigureAwait(false));
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.ContentLength = compressed.Length;
            await context.Response.Body.WriteAsync(compressed, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        // Worked out where it is asked for, and not listed before.
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);

        return compressed.ToArray();
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(
            static accepted => accepted.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpRequestMessage request, GraphRefusal? refusal, CancellationToken cancellationToken)
    {
        try
        {
            return refusal is null
                ? await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false)
                : graph.Refuse(request, refusal);
        }
        catch (HttpRequestException exception) when (exception.InnerException is BadHttpRequestException error)
        {
            return graph.Refuse(request, RefusalOf(error));
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            // Data that are none of Graph's, such as a number where a time should be.
            return graph.Refuse(
                request,
                new GraphRefusal(
                    HttpStatusCode.InternalServerError, "InternalServerError", $"The data make no answer: {exception.Message}"));
        }
    }

    private async Task ControlAsync(HttpContext context, string path)
    {
        // A page in a browser may send a request anywhere. One that comes from elsewhere is not to change anything here.
        var origin = context.Request.Headers.Origin.ToString();
        using var reader = new StreamReader(context.Request.Body);
        var answer = origin.Length > 0 && !hosts.HasOrigin(origin)
            ? ControlPath.Refuse(403, "Forbidden", $"A page of {origin} has no business here.")
            : await _control.AnswerAsync(
                context.Request.Method, path, await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false),
                context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null)
            return;

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(JsonBytes.Of(answer.Body), context.RequestAborted).ConfigureAwait(false);
    }
}
