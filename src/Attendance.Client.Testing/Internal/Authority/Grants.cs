using System.Buffers.Text;
using System.Security.Cryptography;

namespace Attendance.Client.Testing.Internal;

/// <summary>Codes and refresh tokens that are out.</summary>
internal sealed class Grants
{
    private readonly Dictionary<string, CodeGrant?> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserGrant> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string UserCode, DeviceGrant Grant)> _devices = new(StringComparer.Ordinal);

    public static TimeSpan CodeLifetime { get; } = TimeSpan.FromMinutes(10);

    public static TimeSpan DeviceCodeLifetime { get; } = TimeSpan.FromMinutes(15);

    public static TimeSpan RefreshTokenLifetime { get; } = TimeSpan.FromDays(90);

    public string Add(CodeGrant grant)
    {
        var code = $"1.{Secret(48)}";
        _codes[code] = grant;
        return code;
    }

    /// <summary>Takes a code out of circulation.</summary>
    /// <exception cref="AuthorityRefusal">There is no such code, or it was taken before.</exception>
    public CodeGrant Redeem(string code)
    {
        if (!_codes.TryGetValue(code, out var grant))
            throw AuthorityRefusal.UnknownGrant();

        _codes[code] = null;
        return grant ?? throw AuthorityRefusal.Redeemed();
    }

    public string AddRefreshToken(UserGrant grant)
    {
        var token = $"1.{Secret(64)}";
        _refreshTokens[token] = grant;
        return token;
    }

    /// <exception cref="AuthorityRefusal">There is no such token.</exception>
    public UserGrant Refresh(string token) =>
        _refreshTokens.TryGetValue(token, out var grant) ? grant : throw AuthorityRefusal.UnknownGrant();

    public (string DeviceCode, string UserCode) Add(DeviceGrant grant)
    {
        var (deviceCode, userCode) = (Secret(48), RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 9));
        _devices[deviceCode] = (userCode, grant);
        return (deviceCode, userCode);
    }

    /// <exception cref="AuthorityRefusal">There is no such code.</exception>
    public DeviceGrant Device(string deviceCode) =>
        _devices.TryGetValue(deviceCode, out var device) ? device.Grant : throw AuthorityRefusal.UnknownDeviceCode();

    /// <summary>The sign-in that a user has the code of, or null for none.</summary>
    public DeviceGrant? DeviceOfUser(string userCode) => _devices.Values
        .FirstOrDefault(device => device.UserCode.Equals(userCode.Trim(), StringComparison.OrdinalIgnoreCase)).Grant;

    public void RemoveDevice(string deviceCode) => _devices.Remove(deviceCode);

    private static string Secret(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
