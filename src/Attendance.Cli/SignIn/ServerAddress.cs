namespace Attendance.Cli;

/// <summary>The address of a server that a user names.</summary>
internal static class ServerAddress
{
    // The library refuses such endpoints too, but tells a programmer what to do.
    public static Uri ReadEndpoint(Setting setting)
    {
        var (name, text) = (setting.Name, CellText.Of(setting.Value));
        if (!Uri.TryCreate(setting.Value, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            throw new UsageException($"{name} is \"{text}\", which is no absolute URL. Pass one such as https://graph.microsoft.com.");
        if (endpoint.Scheme is "http" && !endpoint.IsLoopback)
        {
            throw new UsageException(
                $"{name} is \"{text}\", and a token is sent over HTTPS only, but for a loopback address. Pass a URL with https.");
        }

        if (endpoint.AbsolutePath.TrimEnd('/') is var path
            && (path.EndsWith("/v1.0", StringComparison.Ordinal) || path.EndsWith("/beta", StringComparison.Ordinal)))
        {
            throw new UsageException($"{name} is \"{text}\", with the version in it. Leave the version out: --beta chooses it.");
        }

        return endpoint;
    }

    public static Uri ReadAuthority(Setting setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var authority) && authority.Scheme is "https"
            ? authority
            : throw new UsageException(
                $"{setting.Name} is \"{CellText.Of(setting.Value)}\", and people sign in over HTTPS only. " +
                "Pass a URL such as https://login.microsoftonline.com.");
}
