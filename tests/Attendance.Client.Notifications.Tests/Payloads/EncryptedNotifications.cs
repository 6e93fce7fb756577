using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Attendance.Client.Notifications.Tests.Payloads;

public sealed class EncryptedNotifications : IDisposable
{
    private const string ApplicationId = "8e460676-ae3f-4b1e-8790-ee0fb5d6148f";
    private const string Publisher = "0bf30f3b-4a52-48df-9a82-234910c4a086";
    private const string OtherTenant = "909c6581-5130-43e9-88f3-fcb3582cde37";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly X509Certificate2 Certificate = Make("CN=notifications");
    private static readonly X509Certificate2 OtherCertificate = Make("CN=other");

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly Entra _entra;
    private readonly AttendanceNotificationOptions _options;

    public EncryptedNotifications()
    {
        _entra = new Entra(_key);
        _options = new AttendanceNotificationOptions
        {
            ClientState = NotifiedApp.ClientState,
            ApplicationId = ApplicationId,
            EncryptionCertificate = Certificate,
            TimeProvider = new FakeTimeProvider(Now),
        };
    }

    public void Dispose()
    {
        _key.Dispose();
        _otherKey.Dispose();
        _entra.Dispose();
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("2.0")]
    public async Task What_Graph_encrypts_for_the_application_is_read(string version)
    {
        var read = Assert.IsType<CallNotification>(Assert.Single(await ReadAsync(Body(), Token(version: version))));

        Assert.Equal(((CallEventType?)CallEventType.CallEnded, Samples.JoinWebUrl, Now), (read.Event, read.JoinWebUrl, read.OccurredAt));
        Assert.Equal(
            [
                "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
                "https://login.microsoftonline.com/common/discovery/v2.0/keys",
            ],
            _entra.Asked);
    }

    [Fact]
    public async Task The_certificate_is_found_by_its_name_or_else_by_trying()
    {
        _options.EncryptionCertificate = OtherCertificate;
        _options.OtherCertificates.Add(new NotificationCertificate(OtherCertificate, "first"));
        _options.OtherCertificates.Add(new NotificationCertificate(Certificate, "second"));

        Assert.Equal(CallEventType.CallEnded, await EventAsync(Body(certificateId: "second")));
        Assert.Equal(CallEventType.CallEnded, await EventAsync(Body(certificateId: "renamed")));
    }

    [Fact]
    public async Task What_no_certificate_opens_still_says_which_meeting_it_is_of()
    {
        _options.EncryptionCertificate = OtherCertificate;

        var read = Assert.IsType<CallNotification>(Assert.Single(await ReadAsync(Body(), Token())));

        Assert.Null(read.Event);
        Assert.Equal(Samples.JoinWebUrl, read.JoinWebUrl);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("dataSignature")]
    [InlineData("dataKey")]
    public async Task What_was_changed_on_the_way_is_not_decrypted(string member)
    {
        var body = Body();
        var encrypted = body["value"]![0]!["encryptedContent"]!;
        var bytes = Convert.FromBase64String((string)encrypted[member]!);
        bytes[^1] ^= 1;
        encrypted[member] = Convert.ToBase64String(bytes);

        Assert.Null(await EventAsync(body));
    }

    [Theory]
    [InlineData("data", "null")]
    [InlineData("data", "\"\"")]
    [InlineData("data", "\"no base64!\"")]
    [InlineData("dataKey", "{}")]
    [InlineData("dataSignature", "[]")]
    [InlineData("encryptionCertificateId", "7")]
    public async Task Members_of_another_type_break_nothing(string member, string json)
    {
        var body = Body();
        body["value"]![0]!["encryptedContent"]![member] = JsonNode.Parse(json);

        Assert.Equal(member == "encryptionCertificateId" ? CallEventType.CallEnded : null, await EventAsync(body));
    }

    public static TheoryData<string, Func<EncryptedNotifications, string>> Untrusted => new()
    {
        { "another application's", test => test.Token(audience: "00000000-0000-0000-0000-000000000001") },
        { "by another sender", test => test.Token(publisher: "00000000-0000-0000-0000-000000000002") },
        { "by two senders", test => test.Token(more: new() { ["appid"] = "00000000-0000-0000-0000-000000000002" }) },
        { "by nobody", test => test.Token(publisher: null) },
        { "issued elsewhere", test => test.Token(issuer: $"https://attacker.example/{Samples.TenantId}/v2.0") },
        { "issued for one tenant and naming another", test => test.Token(issuer: $"https://login.microsoftonline.com/{OtherTenant}/v2.0") },
        { "expired", test => test.Token(expires: Now - TimeSpan.FromMinutes(6)) },
        { "of tomorrow", test => test.Token(notBefore: Now + TimeSpan.FromMinutes(6)) },
        { "signed with another key", test => test.Token(key: test._otherKey) },
        { "not signed", test => Unsigned(test.Token()) },
        { "signed with the public key as a secret", test => test.SignedWithPublicKey() },
        { "no token", _ => "abc" },
        { "empty", _ => "" },
        { "too long", _ => new string('a', 20_000) },
    };

    [Theory]
    [MemberData(nameof(Untrusted))]
    public async Task A_token_that_is_not_Graphs_to_this_application_makes_all_untrusted(
        string what, Func<EncryptedNotifications, string> token)
    {
        Assert.True((await ReadAsync(Body(), token(this))).Count == 0, what);
        Assert.True((await ReadAsync(Body(), Token(), token(this))).Count == 0, what);
    }

    [Fact]
    public async Task A_token_vouches_for_its_own_tenant_alone()
    {
        Assert.Empty(await ReadAsync(Body(), Token(tenant: OtherTenant)));
        Assert.Single(await ReadAsync(Body(), Token(tenant: OtherTenant), Token()));
    }

    [Fact]
    public async Task Without_a_token_or_an_application_of_its_own_nothing_encrypted_is_trusted()
    {
        Assert.Empty(await ReadAsync(Body()));
        _options.ApplicationId = null;
        Assert.Empty(await ReadAsync(Body(), Token()));
    }

    [Fact]
    public async Task Tokens_of_a_tenant_that_is_not_wanted_do_not_count()
    {
        _options.TenantIds.Add(OtherTenant);
        var body = Body();
        body["value"]![0]!["tenantId"] = OtherTenant;

        Assert.Empty(await ReadAsync(body, Token()));
        Assert.Single(await ReadAsync(body, Token(tenant: OtherTenant)));
    }

    [Fact]
    public async Task A_key_of_another_issuer_signs_for_no_tenant_of_Entra()
    {
        _entra.IssuerOfKey = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";

        Assert.Empty(await ReadAsync(Body(), Token()));
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_no_verdict()
    {
        _entra.IsDown = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(Body(), Token()));
    }

    private static X509Certificate2 Make(string name)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Encrypted here by what Microsoft's page says, and not by the fake graph, so that one may prove the other wrong.</summary>
    private static JsonObject Body(string? certificateId = null)
    {
        var content = Encoding.UTF8.GetBytes("""
            { "@odata.type": "#microsoft.graph.callEvent", "id": "e-1", "eventType": "callEnded", "eventDateTime": "2026-11-28T12:00:00Z" }
            """);
        using var aes = Aes.Create();
        aes.Key = RandomNumberGenerator.GetBytes(32);
        var data = aes.EncryptCbc(content, aes.Key.AsSpan(0, 16));
        using var rsa = Certificate.GetRSAPublicKey()!;
        return new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject
            {
                ["subscriptionId"] = "s-1",
                ["clientState"] = NotifiedApp.ClientState,
                ["tenantId"] = Samples.TenantId,
                ["changeType"] = "updated",
                ["resource"] = Samples.MeetingCallsPath,
                ["resourceData"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.callEvent", ["id"] = "e-1" },
                ["encryptedContent"] = new JsonObject
                {
                    ["data"] = Convert.ToBase64String(data),
                    ["dataSignature"] = Convert.ToBase64String(HMACSHA256.HashData(aes.Key, data)),
#pragma warning disable CA5350 // Weak algorithm: it is Graph's.
                    ["dataKey"] = Convert.ToBase64String(rsa.Encrypt(aes.Key, RSAEncryptionPadding.OaepSHA1)),
#pragma warning restore CA5350
                    ["encryptionCertificateId"] = certificateId ?? Certificate.Thumbprint,
                    ["encryptionCertificateThumbprint"] = Certificate.Thumbprint,
                },
            }),
        };
    }

    private static string Unsigned(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";

    private string SignedWithPublicKey()
    {
        var token = Token();
        var signed = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""")}.{token.Split('.')[1]}";
        var signature = HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    private string Token(
        string audience = ApplicationId, string? publisher = Publisher, string tenant = Samples.TenantId, string? issuer = null,
        DateTimeOffset? expires = null, DateTimeOffset? notBefore = null, RSA? key = null, string version = "2.0",
        Dictionary<string, object>? more = null)
    {
        var claims = new Dictionary<string, object>(more ?? []) { ["tid"] = tenant, ["ver"] = version };
        if (publisher is not null)
            claims[version == "1.0" ? "appid" : "azp"] = publisher;

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Issuer = issuer ?? (version == "1.0"
                ? $"https://sts.windows.net/{tenant}/"
                : $"https://login.microsoftonline.com/{tenant}/v2.0"),
            Claims = claims,
            NotBefore = (notBefore ?? Now - TimeSpan.FromMinutes(1)).UtcDateTime,
            Expires = (expires ?? Now + TimeSpan.FromHours(1)).UtcDateTime,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key ?? _key) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private async Task<IReadOnlyList<AttendanceNotification>> ReadAsync(JsonObject body, params string[] tokens)
    {
        var sent = (JsonObject)body.DeepClone();
        sent["validationTokens"] = new JsonArray([.. tokens.Select(token => (JsonNode)token)]);
        using var http = new HttpClient(_entra, disposeHandler: false);
        return await new NotificationReader(_options, http).ReadAsync(Encoding.UTF8.GetBytes(sent.ToJsonString()));
    }

    private async Task<CallEventType?> EventAsync(JsonObject body) =>
        Assert.IsType<CallNotification>(Assert.Single(await ReadAsync(body, Token()))).Event;

    /// <summary>Where Entra tells the keys of its tokens.</summary>
    private sealed class Entra(RSA key) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        public bool IsDown { get; set; }

        public string IssuerOfKey { get; set; } = "https://login.microsoftonline.com/{tenantid}/v2.0";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new HttpRequestException("Nothing listens there.");

            Asked.Add(request.RequestUri!.AbsoluteUri);
            var parameters = key.ExportParameters(includePrivateParameters: false);
            var json = request.RequestUri.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
                ? new JsonObject
                {
                    ["keys"] = new JsonArray(new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["kid"] = "key-1",
                        ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                        ["issuer"] = IssuerOfKey,
                    }),
                }
                : new JsonObject
                {
                    ["issuer"] = "https://login.microsoftonline.com/{tenantid}/v2.0",
                    ["jwks_uri"] = "https://login.microsoftonline.com/common/discovery/v2.0/keys",
                };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString()) });
        }
    }
}
