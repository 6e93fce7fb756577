using System.Net;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests.Faults;

/// <summary>How the client under test comes by its connection.</summary>
public enum Made
{
    WithAConnectionOfItsOwn,
    OverTheApplications,
    ByTheContainer,
}

/// <summary>A misbehaving server and a client that talks to it, which gives up after two retries and gets a new token whenever it asks for
/// one.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly HttpClient? _http;
    private readonly ServiceProvider? _services;

    public Rig(Made made, params RawAnswer[] answers)
        : this(made, new SocketClock(), answers)
    {
    }

    public Rig(Made made, SocketClock clock, params RawAnswer[] answers)
    {
        Clock = clock;
        Server = new FaultyServer(answers) { OnStall = clock.Stalled };
        var credential = new NewTokens();
        var options = new AttendanceClientOptions();
        Configure(options);
        switch (made)
        {
            case Made.WithAConnectionOfItsOwn:
                Client = new AttendanceClient(credential, options);
                break;
            case Made.OverTheApplications:
                _http = new HttpClient(new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    UseCookies = false,
                });
                Client = new AttendanceClient(_http, credential, options);
                break;
            default:
                var services = new ServiceCollection().AddSingleton<TokenCredential>(credential);
                services.AddAttendanceClient(Configure);
                _services = services.BuildServiceProvider();
                Client = _services.GetRequiredService<AttendanceClient>();
                break;
        }
    }

    public SocketClock Clock { get; }

    public FaultyServer Server { get; }

    public AttendanceClient Client { get; }

    /// <summary>Fails unless every answer was read to its end or hung up on, and the application's own client can close what it
    /// opened.</summary>
    public async Task LeavesNothingBehindAsync()
    {
        await Server.NoneIsAtWorkAsync();
        if (_http is null)
            return;

        _http.Dispose();
        await Server.NoneIsOpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_services is not null)
            await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private void Configure(AttendanceClientOptions options)
    {
        options.Endpoint = Server.Endpoint;
        options.MaxRetries = 2;
        options.TimeProvider = Clock;
    }

    private sealed class NewTokens : TokenCredential
    {
        private int _given;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-{Interlocked.Increment(ref _given)}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
