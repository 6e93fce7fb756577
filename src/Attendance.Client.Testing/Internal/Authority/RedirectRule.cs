namespace Attendance.Client.Testing.Internal;

/// <summary>Where users may be sent back to.</summary>
internal static class RedirectRule
{
    public static bool Allows(FakeApplication application, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var asked)
        && application.RedirectUris.Any(registered => IsSame(registered, address, asked));

    private static bool IsSame(string registered, string address, Uri asked) =>
        registered.Equals(address, StringComparison.Ordinal)
        // A program at a terminal listens where a port is free.
        || (Uri.TryCreate(registered, UriKind.Absolute, out var known) && known.IsLoopback && known.Scheme == asked.Scheme
            && known.Host == asked.Host && known.AbsolutePath == asked.AbsolutePath && known.Query == asked.Query);
}
