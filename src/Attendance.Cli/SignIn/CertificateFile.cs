using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Attendance.Cli;

/// <summary>A certificate with its private key, from a PEM or PFX file.</summary>
internal static class CertificateFile
{
    private const string PemBegin = "-----BEGIN ";

    public static X509Certificate2 Read(Setting file, string? password, string passwordVariable)
    {
        var certificate = Load(file, password, passwordVariable);
        if (certificate.HasPrivateKey)
            return certificate;

        certificate.Dispose();
        throw new UsageException(
            $"{file.Name} is \"{CellText.Of(file.Value)}\", which has a certificate without its private key. " +
            "Pass the file that has both.");
    }

    private static X509Certificate2 Load(Setting file, string? password, string passwordVariable)
    {
        try
        {
            var content = File.ReadAllText(file.Value);
            if (!content.Contains(PemBegin, StringComparison.Ordinal))
                return X509CertificateLoader.LoadPkcs12FromFile(file.Value, password);

            return content.Contains($"{PemBegin}ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromEncryptedPem(content, content, password)
                : X509Certificate2.CreateFromPem(content, content);
        }
        catch (CryptographicException exception)
        {
            throw new UsageException(
                $"{file.Name} is \"{CellText.Of(file.Value)}\", which cannot be read as a certificate with its private key. " +
                $"{exception.Message} Pass a PEM or PFX file; its password, if any, goes to the environment variable {passwordVariable}, " +
                $"which is {(password is null ? "not set" : "set")}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{file.Name} is \"{CellText.Of(file.Value)}\", which cannot be read. {exception.Message}");
        }
    }
}
