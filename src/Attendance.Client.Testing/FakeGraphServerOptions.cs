using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Testing;

/// <summary>How a <see cref="FakeGraphServer"/> is reached.</summary>
public sealed class FakeGraphServerOptions
{
    /// <summary>The port to listen on, or 0 for a free one.</summary>
    /// <value>The default is 0.</value>
    public int Port { get; set; }

    /// <summary>The address to listen on; <see cref="IPAddress.Any"/> is reached from other machines and from containers.</summary>
    /// <value>The default is <see cref="IPAddress.Loopback"/>, reached from this machine alone.</value>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>Whether the port also speaks HTTPS, and lets programs through that use it as a proxy for
    /// <c>https://graph.microsoft.com</c>, with a certificate that is made for it or with <see cref="Certificate"/>.</summary>
    public bool UsesHttps { get; set; }

    /// <summary>A certificate with its private key to speak HTTPS with, or null for one that is made.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Certificates that lead from <see cref="Certificate"/> to what clients trust, or null where nothing stands
    /// between.</summary>
    public X509Certificate2Collection? CertificateChain { get; set; }

    /// <summary>Address by which clients know the server, such as that of a proxy before it; links and contexts begin with it. Null for the
    /// one that a request names, by <c>X-Forwarded-Proto</c>, <c>-Host</c> and <c>-Prefix</c> where it has them.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The names, without port, that the header <c>Host</c> may hold and the pages of a browser come from, beside those of
    /// loopback; <c>*</c> stands for all.</summary>
    public ICollection<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
