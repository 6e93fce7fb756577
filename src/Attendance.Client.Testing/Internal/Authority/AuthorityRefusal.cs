namespace Attendance.Client.Testing.Internal;

/// <summary>An answer with an error, as Entra words it.</summary>
internal sealed class AuthorityRefusal(int number, string error, string message) : Exception($"AADSTS{number}: {message}")
{
    /// <summary>The number behind AADSTS.</summary>
    public int Number { get; } = number;

    /// <summary>The error, as OAuth 2.0 names it.</summary>
    public string Error { get; } = error;

    /// <summary>Entra's word for the kind of the error, or null for none.</summary>
    public string? SubError { get; private init; }

    /// <summary>401 for a client that does not prove who it is, 400 for all else.</summary>
    public int Status => Error == "invalid_client" ? 401 : 400;

    public static AuthorityRefusal UnknownTenant(string tenant) => new(
        90002, "invalid_request",
        $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check " +
        "with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");

    public static AuthorityRefusal NoTenant() => new(
        50059, "invalid_request",
        "No tenant-identifying information found in either the request or implied by any provided credentials.");

    public static AuthorityRefusal UnknownApplication(string clientId, string tenant) => new(
        700016, "unauthorized_client",
        $"Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application has " +
        "not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your " +
        "authentication request to the wrong tenant.");

    public static AuthorityRefusal Missing(string parameter) => new(
        900144, "invalid_request", $"The request body must contain the following parameter: '{parameter}'.");

    public static AuthorityRefusal Malformed(string why) => new(90013, "invalid_request", $"Invalid input received from the user. {why}");

    public static AuthorityRefusal UnknownResource(string resource, string tenant) => new(
        500011, "invalid_resource",
        $"The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not " +
        "been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your " +
        "authentication request to the wrong tenant.");

    public static AuthorityRefusal InvalidScope(string scope) => new(
        70011, "invalid_scope",
        $"The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. " +
        $"The scope {scope} is not valid.");

    public static AuthorityRefusal SeveralResources(string scope) => new(
        28000, "invalid_request",
        $"Provided value for the input parameter scope is not valid because it contains more than one resource. Scope {scope} is not " +
        "valid.");

    public static AuthorityRefusal ScopeWithoutDefault(string scope) => new(
        1002012, "invalid_scope",
        $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to " +
        "the resource identifier (application ID URI).");

    public static AuthorityRefusal NoConsent(FakeApplication application) => new(
        65001, "invalid_grant",
        $"The user or administrator has not consented to use the application with ID '{application.ClientId}' named " +
        $"'{application.Name}'. Send an interactive authorization request for this user and resource.")
    {
        SubError = "consent_required",
    };

    public static AuthorityRefusal WrongRedirect(string clientId, string redirectUri) => new(
        50011, "invalid_request",
        $"The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application " +
        $"'{clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.");

    public static AuthorityRefusal RedirectMismatch(string given, string expected) => new(
        500112, "invalid_client",
        $"The reply address '{given}' does not match the reply address '{expected}' provided when requesting Authorization code.");

    public static AuthorityRefusal UnknownUser(string user, string tenant) => new(
        50034, "invalid_grant",
        $"The user account {user} does not exist in the {tenant} directory. To sign into this application, the account must be added to " +
        "the directory.");

    public static AuthorityRefusal NobodySignedIn() => new(
        50058, "login_required",
        "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session were not sent in " +
        "the request to Entra ID.");

    public static AuthorityRefusal UserCancelled(string clientId) => new(
        65004, "access_denied", $"User declined to consent to access the app '{clientId}'.");

    public static AuthorityRefusal InteractionRequired(string resource) => new(
        50076, "interaction_required",
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor " +
        $"authentication to access '{resource}'.")
    {
        SubError = "basic_action",
    };

    public static AuthorityRefusal UnsupportedResponse(string responseType) => new(
        700054, "unsupported_response_type", $"response_type '{responseType}' is not enabled for the application.");

    public static AuthorityRefusal UnsupportedGrant(string grant) => new(
        70003, "unsupported_grant_type", $"The app requested an unsupported grant type '{grant}'.");

    public static AuthorityRefusal Expired() => new(
        70008, "invalid_grant",
        "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request " +
        "for this user and resource.");

    public static AuthorityRefusal UnknownGrant() => new(
        9002313, "invalid_grant", "Invalid request. Request is malformed or invalid.");

    public static AuthorityRefusal Redeemed() => new(
        54005, "invalid_grant",
        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.");

    public static AuthorityRefusal GrantOfAnother(string clientId) => new(
        700005, "invalid_grant",
        $"Provided Authorization Code or Refresh Token is intended to use against another client than '{clientId}'.");

    public static AuthorityRefusal Revoked(DateTimeOffset issuedAt, DateTimeOffset revokedAt) => new(
        50173, "invalid_grant",
        "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset " +
        $"their password. The grant was issued on '{issuedAt.UtcDateTime:O}' and the TokensValidFrom date (before which tokens are not " +
        $"valid) for this user is '{revokedAt.UtcDateTime:O}'.");

    public static AuthorityRefusal WrongVerifier() => new(
        501481, "invalid_grant", "The Code_Verifier does not match the code_challenge supplied in the authorization request.");

    public static AuthorityRefusal Pending() => new(
        70016, "authorization_pending", "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");

    public static AuthorityRefusal TooFast() => new(
        70016, "slow_down", "OAuth 2.0 device flow error. Authorization is pending. Poll at the interval that was given.");

    public static AuthorityRefusal Declined() => new(
        70017, "authorization_declined", "OAuth 2.0 device flow error. The end user denied the authorization request.");

    public static AuthorityRefusal DeviceCodeExpired() => new(
        70020, "expired_token",
        "The provided value for the input parameter 'device_code' is not valid. This device code has expired.");

    public static AuthorityRefusal UnknownDeviceCode() => new(
        70018, "bad_verification_code", "The provided value for the input parameter 'device_code' or its user code is not valid.");

    public static AuthorityRefusal WrongSecret(string clientId) => new(
        7000215, "invalid_client",
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret " +
        $"ID, for a secret added to app '{clientId}'.");

    public static AuthorityRefusal NoProof() => new(
        7000218, "invalid_client",
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static AuthorityRefusal ProofOfPublicClient() => new(
        700025, "invalid_client", "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");

    public static AuthorityRefusal NoToken(string why) => new(50027, "invalid_request", $"JWT token is invalid or malformed. {why}");

    public static AuthorityRefusal UnknownCertificate(string clientId) => new(
        700027, "invalid_client",
        "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not " +
        $"found. App '{clientId}'.]");

    public static AuthorityRefusal CertificateExpired() => new(
        700027, "invalid_client", "Client assertion contains an invalid signature. [Reason - The key used is expired.]");

    public static AuthorityRefusal WrongSignature() => new(
        700027, "invalid_client", "Client assertion contains an invalid signature. [Reason - The signature does not match the key.]");

    public static AuthorityRefusal WrongAssertionAudience(string? audience) => new(
        700023, "invalid_client", $"Client assertion audience claim '{audience}' does not match Realm issuer.");

    public static AuthorityRefusal WrongAssertionSubject() => new(
        700021, "invalid_client", "Client assertion application identifier doesn't match 'client_id' parameter.");

    public static AuthorityRefusal AssertionOutOfTime(DateTimeOffset now) => new(
        700024, "invalid_client",
        $"Client assertion is not within its valid time range. Current time: {now.UtcDateTime:O}.");

    public static AuthorityRefusal NoFederation(int number, string what, string? value) => new(
        number, "invalid_client",
        $"No matching federated identity record found for presented assertion {what} '{value}'. Check your federated identity credential " +
        "Subject, Audience and Issuer against the presented assertion.");

    public static AuthorityRefusal WrongUserAssertion() => new(
        50013, "invalid_grant", "Assertion failed signature validation. [Reason - The key was not found.]");

    public static AuthorityRefusal UserAssertionOfAnother() => new(
        500131, "invalid_grant",
        "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must be the Client app " +
        "presenting the assertion.");

    public static AuthorityRefusal UserAssertionOutOfTime() => new(
        500133, "invalid_grant",
        "Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, " +
        "or request a new token.");
}
