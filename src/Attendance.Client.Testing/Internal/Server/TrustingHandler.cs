using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Testing.Internal;

/// <summary>A handler for HTTP that trusts what an authority has signed, and nothing else.</summary>
internal static class TrustingHandler
{
    public static HttpMessageHandler Create(X509Certificate2 authority)
    {
        var trusted = X509CertificateLoader.LoadCertificate(authority.RawData);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(trusted);
        return new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = policy },
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
    }
}
