using System.Security.Cryptography.X509Certificates;
using Attendance.Client.Testing.Internal;
using Microsoft.AspNetCore.Builder;

namespace Attendance.Client.Testing;

/// <summary>A sign-in server on 127.0.0.1 that signs users and applications in as Microsoft Entra ID does, for the real credentials of
/// Azure.Identity and MSAL.</summary>
/// <remarks>
/// It speaks HTTPS with a certificate of its own, <see cref="Certificate"/>, which nobody trusts until told to. Pass
/// <see cref="CreateHandler"/> to what signs in, <see cref="Endpoint"/> as authority host, and switch instance discovery off, which would
/// go to Entra itself. Users need no password. Of the two assemblies of this package, that for .NET 10 alone has it. It may be used from
/// several threads.
/// </remarks>
public sealed class FakeAuthority : IAsyncDisposable
{
    private const string FirstTenant = "8f1c7a3e-1d2b-4c55-9a0e-5b6f7c8d9e01";

    private readonly AuthorityEndpoints _endpoints;
    private readonly X509Certificate2 _certificateWithKey;
    private readonly Queue<FakeAuthorityRequest> _requests = new();
    private WebApplication? _application;

    private FakeAuthority()
    {
        _endpoints = new AuthorityEndpoints(State);
        _certificateWithKey = LoopbackCertificate.Create();
        Certificate = X509CertificateLoader.LoadCertificate(_certificateWithKey.RawData);
    }

    /// <summary>Where the server listens, such as <c>https://127.0.0.1:5001/</c>: the authority host, without a tenant.</summary>
    public Uri Endpoint => new(State.Endpoint);

    /// <summary>Id of the tenant that is there to begin with.</summary>
    public string TenantId => State.Tenants[0].Id;

    /// <summary>The certificate of the server, without its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The clock that dates tokens and tells which codes and proofs are expired.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider
    {
        get => State.TimeProvider;
        set => State.TimeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>How long tokens are good that are made from now on.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan TokenLifetime
    {
        get => State.TokenLifetime;
        set => State.TokenLifetime = value;
    }

    /// <summary>How long a device is told to wait between two questions whether its user has signed in; one that asks in less than half of
    /// it gets <c>slow_down</c>.</summary>
    /// <value>The default is 5 seconds, which devices are told in whole seconds.</value>
    public TimeSpan DeviceCodeInterval
    {
        get => State.DeviceCodeInterval;
        set => State.DeviceCodeInterval = value;
    }

    /// <summary>Name of the user whom a browser is signed in as already, or null for pages that ask who it is.</summary>
    /// <value>The default is null. Signing out makes it null again.</value>
    public string? SignedInUser
    {
        get => State.SignedInUser;
        set => State.SignedInUser = value;
    }

    /// <summary>How many of the latest requests <see cref="Requests"/> keeps, or null for all, of which a server that runs for days has no
    /// need.</summary>
    /// <value>The default is null.</value>
    public int? KeptRequests { get; set; }

    /// <summary>The requests that have arrived, in the order of their answers, as many as <see cref="KeptRequests"/> says.</summary>
    public IReadOnlyList<FakeAuthorityRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    internal AuthorityState State { get; } = new(FirstTenant);

    /// <summary>Starts a server with one tenant, which knows nobody.</summary>
    /// <param name="port">The port to listen on, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<FakeAuthority> StartAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        var authority = new FakeAuthority();
        try
        {
            authority._application = await AuthorityHost
                .StartAsync(authority._endpoints, authority._certificateWithKey, port, authority.Note, cancellationToken)
                .ConfigureAwait(false);
            authority.State.Endpoint = authority._application.Urls.Single() + "/";
            return authority;
        }
        catch
        {
            await authority.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Adds a tenant.</summary>
    /// <param name="id">Id of the tenant, a GUID.</param>
    /// <param name="domain">Its domain, such as <c>contoso.com</c>, which is as good as the id, or null for none.</param>
    /// <returns>This server, to go on.</returns>
    /// <exception cref="ArgumentException">There is a tenant with this id or domain.</exception>
    public FakeAuthority AddTenant(string id, string? domain = null)
    {
        _ = id ?? throw new ArgumentNullException(nameof(id));
        lock (State.Gate)
        {
            if (State.Tenants.Any(tenant => tenant.IsCalled(id) || (domain is not null && tenant.IsCalled(domain))))
                throw new ArgumentException($"There is a tenant '{id}' or '{domain}' already.", nameof(id));

            State.Add(new Tenant(id, domain));
        }

        return this;
    }

    /// <summary>Adds an application to a tenant, or puts it in place of the one with the same id.</summary>
    /// <param name="application">The application; one of several tenants is added to each.</param>
    /// <param name="tenantId">The tenant, or null for the first.</param>
    /// <returns>This server, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such tenant.</exception>
    public FakeAuthority Add(FakeApplication application, string? tenantId = null)
    {
        _ = application ?? throw new ArgumentNullException(nameof(application));
        lock (State.Gate)
            TenantWith(tenantId).Add(application);

        return this;
    }

    /// <summary>Adds a user to a tenant, or puts it in place of the one with the same name or object id.</summary>
    /// <param name="user">The user.</param>
    /// <param name="tenantId">The tenant, or null for the first.</param>
    /// <returns>This server, to go on.</returns>
    /// <exception cref="ArgumentException">There is no such tenant.</exception>
    public FakeAuthority Add(FakeUser user, string? tenantId = null)
    {
        _ = user ?? throw new ArgumentNullException(nameof(user));
        lock (State.Gate)
            TenantWith(tenantId).Add(user);

        return this;
    }

    /// <summary>Signs a user in on the device that shows a code, as the page does to which the device sends people.</summary>
    /// <returns>This server, to go on.</returns>
    /// <exception cref="ArgumentException">No device waits with this code, there is no such user, or the application lacks
    /// consent.</exception>
    public FakeAuthority ApproveDeviceCode(string userCode, string userPrincipalName)
    {
        _ = userPrincipalName ?? throw new ArgumentNullException(nameof(userPrincipalName));
        lock (State.Gate)
        {
            try
            {
                _endpoints.Device.Approve(DeviceWith(userCode), userPrincipalName);
            }
            catch (AuthorityRefusal refusal)
            {
                throw new ArgumentException(refusal.Message, nameof(userPrincipalName), refusal);
            }
        }

        return this;
    }

    /// <summary>Refuses the device that shows a code.</summary>
    /// <returns>This server, to go on.</returns>
    /// <exception cref="ArgumentException">No device waits with this code.</exception>
    public FakeAuthority DenyDeviceCode(string userCode)
    {
        lock (State.Gate)
            DeviceWith(userCode).IsDenied = true;

        return this;
    }

    /// <summary>Makes all that a user or an application was given so far worth nothing: refresh tokens get AADSTS50173, and a
    /// <see cref="FakeGraph"/> that trusts this server answers access tokens with a claims challenge.</summary>
    /// <param name="subject">Name or object id of a user, or id of an application.</param>
    /// <returns>This server, to go on.</returns>
    public FakeAuthority RevokeTokens(string subject)
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        lock (State.Gate)
        {
            var user = State.Tenants.Select(tenant => tenant.FindUser(subject)).FirstOrDefault(found => found is not null);
            State.Revocations.Revoke(user?.ObjectId ?? subject, State.Now);
        }

        return this;
    }

    /// <summary>An access token of a user who has signed in to an application, without the way there: such as one for the web API under
    /// test.</summary>
    /// <param name="clientId">The application that the user signed in to.</param>
    /// <param name="userPrincipalName">The user.</param>
    /// <param name="scopes">What it is for, such as <c>api://courses/.default</c>.</param>
    /// <exception cref="ArgumentException">There is no such application or user, or consent is missing; the message says
    /// which.</exception>
    public string CreateUserToken(string clientId, string userPrincipalName, params IEnumerable<string> scopes)
    {
        _ = clientId ?? throw new ArgumentNullException(nameof(clientId));
        _ = userPrincipalName ?? throw new ArgumentNullException(nameof(userPrincipalName));
        lock (State.Gate)
        {
            try
            {
                var tenant = State.TenantOf(named: null, userPrincipalName);
                var application = tenant.Application(clientId);
                var request = ScopeRequest.Parse(string.Join(' ', scopes), tenant);
                return _endpoints.Issuer.ForUser(
                    tenant, application, tenant.User(userPrincipalName), request, request.DelegatedTo(application),
                    RequestedClaims.Parse(text: null));
            }
            catch (AuthorityRefusal refusal)
            {
                throw new ArgumentException(refusal.Message, nameof(clientId), refusal);
            }
        }
    }

    /// <summary>A token such as a cluster gives to what runs in it, which stands for the application that names its subject among its
    /// <see cref="FakeApplication.FederatedSubjects"/>.</summary>
    /// <param name="subject">Who runs, such as <c>system:serviceaccount:courses:reader</c>.</param>
    /// <param name="audience">Whom the token is for; Entra accepts the default alone.</param>
    public string CreateFederatedToken(string subject, string audience = "api://AzureADTokenExchange")
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        _ = audience ?? throw new ArgumentNullException(nameof(audience));
        lock (State.Gate)
            return _endpoints.Issuer.Federated(subject, audience);
    }

    /// <summary>A handler for HTTP that trusts this server's certificate and no other, for the transport of a credential.</summary>
    public HttpMessageHandler CreateHandler() => LoopbackCertificate.HandlerThatTrusts(Certificate);

    /// <summary>Writes the certificate to a PEM file, such as another process can be pointed to by <c>SSL_CERT_FILE</c>.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public Task WriteCertificateAsync(string path, CancellationToken cancellationToken = default) =>
        File.WriteAllTextAsync(path, Certificate.ExportCertificatePem() + "\n", cancellationToken);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync().ConfigureAwait(false);
            await _application.DisposeAsync().ConfigureAwait(false);
        }

        Certificate.Dispose();
        _certificateWithKey.Dispose();
        State.Dispose();
    }

    private void Note(FakeAuthorityRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            while (_requests.Count > KeptRequests)
                _requests.Dequeue();
        }
    }

    private Tenant TenantWith(string? id)
    {
        if (id is null)
            return State.Tenants[0];

        return State.Tenants.FirstOrDefault(tenant => tenant.IsCalled(id))
            ?? throw new ArgumentException($"There is no tenant '{id}'. Add it with AddTenant first.", nameof(id));
    }

    private DeviceGrant DeviceWith(string userCode) =>
        _endpoints.Device.Waiting(userCode ?? throw new ArgumentNullException(nameof(userCode)))
        ?? throw new ArgumentException($"No device waits with the code '{userCode}'.", nameof(userCode));
}
