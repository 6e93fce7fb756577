using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>The RSA key that signs tokens, as long as the server runs.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSAParameters _public;
    private readonly string _id;

    public SigningKey()
    {
        _public = _key.ExportParameters(includePrivateParameters: false);
        _id = Base64Url.EncodeToString(SHA256.HashData(_public.Modulus!).AsSpan(0, 20));
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = _id };
        var signed = $"{Base64Url.EncodeToString(JsonBytes.Of(header))}.{Base64Url.EncodeToString(JsonBytes.Of(claims))}";
        lock (_key)
        {
            var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{signed}.{Base64Url.EncodeToString(signature)}";
        }
    }

    public bool HasSigned(SignedToken token)
    {
        lock (_key)
            return token.IsSignedBy(_key);
    }

    /// <summary>The public half, as a set of JSON web keys.</summary>
    public JsonObject ToKeySet() => new()
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = _id,
            ["n"] = Base64Url.EncodeToString(_public.Modulus),
            ["e"] = Base64Url.EncodeToString(_public.Exponent),
        }),
    };

    public void Dispose() => _key.Dispose();
}
