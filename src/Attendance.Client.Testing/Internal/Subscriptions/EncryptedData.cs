using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Encrypts what a notification holds, as Graph does: with a key of its own, which is encrypted with the certificate.</summary>
internal static class EncryptedData
{
    public static JsonObject Of(JsonObject content, string certificate, string certificateId)
    {
        using var opened = Open(Convert.FromBase64String(certificate));
        using var rsa = opened.GetRSAPublicKey()!;
        using var aes = Aes.Create();
        aes.KeySize = 256;
        aes.GenerateKey();
        aes.IV = [.. aes.Key.Take(16)];
        using var encryptor = aes.CreateEncryptor();
        var json = JsonBytes.Of(content);
        var data = encryptor.TransformFinalBlock(json, 0, json.Length);
        using var signature = new HMACSHA256(aes.Key);
        return new JsonObject
        {
            ["data"] = Convert.ToBase64String(data),
            ["dataSignature"] = Convert.ToBase64String(signature.ComputeHash(data)),
            ["dataKey"] = Convert.ToBase64String(rsa.Encrypt(aes.Key, RSAEncryptionPadding.OaepSHA1)),
            ["encryptionCertificateId"] = certificateId,
            ["encryptionCertificateThumbprint"] = opened.Thumbprint,
        };
    }

    private static X509Certificate2 Open(byte[] certificate) =>
#if NET
        X509CertificateLoader.LoadCertificate(certificate);
#else
        new(certificate);
#endif
}
