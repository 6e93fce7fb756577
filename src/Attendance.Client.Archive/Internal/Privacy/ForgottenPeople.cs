using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Archive.Internal;

/// <summary>Whoever was forgotten, by hashes that tell nothing but "this one too", so that no harvest brings them back.</summary>
internal sealed class ForgottenPeople(byte[] key, IEnumerable<string> hashes)
{
    private readonly HashSet<string> _hashes = new(hashes, StringComparer.Ordinal);

    public string HashOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(PersonName.Normalize(text))));

    public bool Contain(params ReadOnlySpan<string?> texts)
    {
        if (_hashes.Count == 0)
            return false;

        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text) && _hashes.Contains(HashOf(text)))
                return true;
        }

        return false;
    }
}
