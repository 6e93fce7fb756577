using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Attendance.Client.Testing.Internal;

/// <summary>Checks that a request comes from the application that it names.</summary>
internal sealed class ClientProof(AuthorityState state)
{
    private const string FederatedAudience = "api://AzureADTokenExchange";

    // Clocks are never quite the same.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <exception cref="AuthorityRefusal">The request proves nothing, or something else.</exception>
    public void Check(AuthorityCall call, Tenant? tenant, FakeApplication application)
    {
        if (application.IsPublic)
        {
            if (call["client_secret"] is not null || call["client_assertion"] is not null)
                throw AuthorityRefusal.ProofOfPublicClient();
        }
        else if (call["client_assertion"] is { } assertion)
        {
            var presented = SignedToken.Parse(assertion) ?? throw AuthorityRefusal.NoToken("It has no three parts.");
            CheckAssertion(presented, call, tenant, application);
        }
        else if (!IsOneOf(application.Secrets, call["client_secret"] ?? throw AuthorityRefusal.NoProof()))
        {
            throw AuthorityRefusal.WrongSecret(application.ClientId);
        }
    }

    private static bool IsOneOf(IReadOnlyList<string> secrets, string secret) =>
        secrets.Any(known => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(secret)));

    private static X509Certificate2 FindCertificate(SignedToken assertion, FakeApplication application)
    {
        var (sha256, sha1) = (assertion.Header("x5t#S256"), assertion.Header("x5t"));
        return application.Certificates.FirstOrDefault(certificate =>
                sha256 is not null ? sha256 == Base64Url.EncodeToString(SHA256.HashData(certificate.RawData))
                : sha1 is not null && sha1 == Base64Url.EncodeToString(certificate.GetCertHash()))
            ?? throw AuthorityRefusal.UnknownCertificate(application.ClientId);
    }

    private void CheckAssertion(SignedToken assertion, AuthorityCall call, Tenant? tenant, FakeApplication application)
    {
        if (application.ClientId.Equals(assertion.Issuer, StringComparison.OrdinalIgnoreCase))
            CheckCertificate(assertion, call, tenant, application);
        else
            CheckFederation(assertion, application);

        var now = state.Now;
        if (assertion.Expiry is not { } expiry || expiry + Skew <= now || assertion.NotBefore - Skew > now)
            throw AuthorityRefusal.AssertionOutOfTime(now);
    }

    private void CheckCertificate(SignedToken assertion, AuthorityCall call, Tenant? tenant, FakeApplication application)
    {
        var certificate = FindCertificate(assertion, application);
        if (certificate.NotAfter.ToUniversalTime() <= state.Now.UtcDateTime)
            throw AuthorityRefusal.CertificateExpired();

        using var key = certificate.GetRSAPublicKey();
        if (key is null || !assertion.IsSignedBy(key))
            throw AuthorityRefusal.WrongSignature();
        if (!application.ClientId.Equals(assertion.Subject, StringComparison.OrdinalIgnoreCase))
            throw AuthorityRefusal.WrongAssertionSubject();
        if (assertion.Text("jti") is null or "")
            throw AuthorityRefusal.NoToken("It has no claim 'jti'.");
        if (!Audiences(call, tenant).Contains(assertion.Audience, StringComparer.OrdinalIgnoreCase))
            throw AuthorityRefusal.WrongAssertionAudience(assertion.Audience);
    }

    private void CheckFederation(SignedToken assertion, FakeApplication application)
    {
        if (assertion.Issuer != state.FederatedIssuer)
            throw AuthorityRefusal.NoFederation(700211, "issuer", assertion.Issuer);
        if (!state.Key.HasSigned(assertion))
            throw AuthorityRefusal.WrongSignature();
        if (assertion.Audience != FederatedAudience)
            throw AuthorityRefusal.NoFederation(700212, "audience", assertion.Audience);
        if (!application.FederatedSubjects.Contains(assertion.Subject ?? "", StringComparer.Ordinal))
            throw AuthorityRefusal.NoFederation(700213, "subject", assertion.Subject);
    }

    // The address of this tenant's tokens, by any of its names, or the tenant as an issuer.
    private IEnumerable<string> Audiences(AuthorityCall call, Tenant? tenant)
    {
        string?[] names = [call.Tenant, tenant?.Id];
        return names.OfType<string>().SelectMany(name => new[]
        {
            $"{state.Endpoint}{name}/oauth2/v2.0/token", $"{state.Endpoint}{name}/oauth2/token", $"{state.Endpoint}{name}/v2.0",
            $"{state.Endpoint}{name}/", $"{state.Endpoint}{name}",
        });
    }
}
