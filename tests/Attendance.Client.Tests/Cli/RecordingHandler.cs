namespace Attendance.Client.Tests.Cli;

/// <summary>Keeps what was sent.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public List<string> Uris { get; } = [];

    public List<string?> Authorizations { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Many sources are read at once.
        lock (Uris)
        {
            Uris.Add(request.RequestUri!.AbsoluteUri);
            Authorizations.Add(request.Headers.Authorization?.ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
