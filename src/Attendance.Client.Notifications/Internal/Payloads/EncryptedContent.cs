using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Attendance.Client.Notifications.Internal;

/// <summary>What a notification holds encrypted: a key of its own encrypted with the certificate, the content with that key, and a
/// signature by which a content that was changed is told before it is decrypted.</summary>
internal static class EncryptedContent
{
    // Graph's keys have 32 bytes.
    private const int KeySize = 32;

    // The vector that begins the cipher is the beginning of the key.
    private const int VectorSize = 16;

    /// <summary>The content, or null where no certificate opens it or it is not what was signed.</summary>
    public static JsonElement? Decrypt(JsonElement encrypted, IReadOnlyList<NotificationCertificate> certificates)
    {
        if (Bytes(encrypted, "data") is not { } data
            || Bytes(encrypted, "dataKey") is not { } encryptedKey
            || Bytes(encrypted, "dataSignature") is not { } signature)
        {
            return null;
        }

        foreach (var certificate in Candidates(encrypted, certificates))
        {
            if (KeyOf(encryptedKey, certificate) is not { } key)
                continue;

            try
            {
                return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, data), signature) ? Read(data, key) : null;
            }
            finally
            {
                CryptographicOperations.ZeroMemory(key);
            }
        }

        return null;
    }

    // The one that is named first; all others then, as an application may have given it another name since.
    private static IEnumerable<X509Certificate2> Candidates(JsonElement encrypted, IReadOnlyList<NotificationCertificate> certificates)
    {
        var id = encrypted.Text("encryptionCertificateId");
        var thumbprint = encrypted.Text("encryptionCertificateThumbprint");
        return certificates
            .OrderByDescending(certificate => string.Equals(certificate.Id, id, StringComparison.Ordinal)
                || string.Equals(certificate.Certificate.Thumbprint, thumbprint, StringComparison.OrdinalIgnoreCase))
            .Select(static certificate => certificate.Certificate);
    }

    private static byte[]? KeyOf(byte[] encryptedKey, X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPrivateKey();
#pragma warning disable CA5350 // Weak algorithm: the padding is Graph's, and its hash need resist no collision.
            var key = rsa?.Decrypt(encryptedKey, RSAEncryptionPadding.OaepSHA1);
#pragma warning restore CA5350
            return key is { Length: KeySize } ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static JsonElement? Read(byte[] data, byte[] key)
    {
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            var json = aes.DecryptCbc(data, key.AsSpan(0, VectorSize), PaddingMode.PKCS7);
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(JsonElement encrypted, string name) =>
        encrypted.Object(name) is null && encrypted.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            && member.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : null;
}
