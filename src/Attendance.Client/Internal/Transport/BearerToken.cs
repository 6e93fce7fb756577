namespace Attendance.Client.Internal;

/// <summary>An access token, and the header that it is sent in.</summary>
internal sealed class BearerToken(string value, DateTimeOffset expiresOn)
{
    public string Value => value;

    public string Header { get; } = $"Bearer {value}";

    public DateTimeOffset ExpiresOn => expiresOn;
}
