using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Attendance.Client.Testing.Internal;

/// <summary>The web server in front of a sign-in server.</summary>
internal static class AuthorityHost
{
    // Far more than a request to sign in has.
    private const int LargestForm = 256 * 1024;

    public static async Task<WebApplication> StartAsync(
        AuthorityEndpoints endpoints, X509Certificate2 certificate, int port, Action<FakeAuthorityRequest> note,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestForm;
            server.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        application.Run(context => AnswerAsync(endpoints, note, context));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return application;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task AnswerAsync(AuthorityEndpoints endpoints, Action<FakeAuthorityRequest> note, HttpContext context)
    {
        // So that no page in a browser can have its own name lead here.
        if (!Uri.TryCreate($"https://{context.Request.Host.Value}", UriKind.Absolute, out var host) || !host.IsLoopback)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var call = await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var answer = endpoints.Answer(call);
        note(new FakeAuthorityRequest(call.Method, call.Path, call.Harmless, answer.Status, answer.ErrorNumber));
        await WriteAsync(context.Response, answer, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<AuthorityCall> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in request.Query)
            parameters[parameter.Key] = parameter.Value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var parameter in await request.ReadFormAsync(cancellationToken).ConfigureAwait(false))
                parameters[parameter.Key] = parameter.Value.ToString();
        }

        AddBasicCredentials(request.Headers.Authorization.ToString(), parameters);
        string? correlationId = request.Headers["client-request-id"];
        return new AuthorityCall(request.Method, request.Path.Value ?? "/", parameters, correlationId);
    }

    // The other way of OAuth to send id and secret.
    private static void AddBasicCredentials(string authorization, Dictionary<string, string> parameters)
    {
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return;

        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[6..].Trim(), bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var clientId, var secret])
        {
            return;
        }

        parameters.TryAdd("client_id", WebUtility.UrlDecode(clientId));
        parameters.TryAdd("client_secret", WebUtility.UrlDecode(secret));
    }

    private static async Task WriteAsync(HttpResponse response, AuthorityAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.ContentType = $"{answer.MediaType}; charset=utf-8";
        response.ContentLength = answer.Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (answer.MediaType == "text/html")
        {
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                + (answer.RunsScript ? "; script-src 'unsafe-inline'" : "");
        }

        if (answer.Location is { } location)
            response.Headers.Location = location;

        await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }
}
