using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The secrets by which notifications are known to be Graph's. How long a comparison takes says nothing of them.</summary>
internal sealed class ClientStates(IEnumerable<string> accepted)
{
    // Of equal length whatever is compared.
    private readonly List<byte[]> _hashes = [.. accepted.Select(Hash)];

    public bool Accepts(string? clientState)
    {
        if (clientState is null || clientState.Length > 1024)
            return false;

        var hash = Hash(clientState);
        var isAccepted = false;
        foreach (var known in _hashes)
            isAccepted |= CryptographicOperations.FixedTimeEquals(known, hash);

        return isAccepted;
    }

    private static byte[] Hash(string clientState) => SHA256.HashData(Encoding.UTF8.GetBytes(clientState));
}
