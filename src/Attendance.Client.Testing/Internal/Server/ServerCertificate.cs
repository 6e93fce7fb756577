using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Testing.Internal;

/// <summary>A certificate for the names of a server, and the authority that has signed it, which is there for this one alone: its key is
/// gone.</summary>
/// <param name="Authority">What clients are told to trust, without a key.</param>
/// <param name="Server">What the server shows, with its key.</param>
internal sealed record ServerCertificate(X509Certificate2 Authority, X509Certificate2 Server) : IDisposable
{
    // As long as clients accept at all.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>A new one for some names and addresses.</summary>
    public static ServerCertificate Create(IEnumerable<string> hosts)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        // The clock of the machine, which TLS goes by.
        var now = TimeProvider.System.GetUtcNow();
        using var authority = AuthorityRequest(authorityKey).CreateSelfSigned(now.AddDays(-1), now + Lifetime);
        using var signed = ServerRequest(serverKey, authority, hosts)
            .Create(authority, now.AddDays(-1), now + Lifetime, RandomNumberGenerator.GetBytes(16));
        using var withKey = signed.CopyWithPrivateKey(serverKey);

        // Windows serves with a key that came from a file only.
        return new ServerCertificate(
            X509CertificateLoader.LoadCertificate(authority.RawData),
            X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null));
    }

    public void Dispose()
    {
        Authority.Dispose();
        Server.Dispose();
    }

    private static CertificateRequest AuthorityRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=FakeGraphServer for tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest ServerRequest(ECDsa key, X509Certificate2 authority, IEnumerable<string> hosts)
    {
        var request = new CertificateRequest("CN=FakeGraphServer", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "Server Authentication")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request;
    }
}
