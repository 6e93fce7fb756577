using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Attendance.Cli;

/// <summary>A certificate that the user has for a server.</summary>
internal static class ServerCertificateFile
{
    /// <summary>The certificate with its key, and those that stand behind it in the file.</summary>
    /// <param name="file">The PEM file of the certificate.</param>
    /// <param name="key">The PEM file of its key, or null where it is in the same file.</param>
    /// <exception cref="UsageException">The files do not hold that.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Chain) Read(string file, string? key)
    {
        try
        {
            using var read = X509Certificate2.CreateFromPemFile(file, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(file);
            chain.RemoveAt(0);

            // Windows serves with a key that came from a file of its own kind only.
            return (X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null), chain);
        }
        catch (CryptographicException exception)
        {
            throw new UsageException(
                $"--cert and --key hold no certificate with its private key. {exception.Message} " +
                "Pass two PEM files, or one that has both.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--cert or --key cannot be read. {exception.Message}");
        }
    }
}
