using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Archive.Internal;

/// <summary>Stands for ids, names and addresses by keyed hashes of them.</summary>
internal sealed class Pseudonyms(byte[] key)
{
    /// <summary>Tells a key from another one, and nothing about either.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(key, "Attendance.Client.Archive"u8)[..8]);

    // Ids of people are GUIDs, by which they are told from names where people are looked for.
    public string? OfId(string? id) => IsNothing(id) ? id : new Guid(Hash(id!).AsSpan(0, 16)).ToString();

    public string? OfAddress(string? address) =>
        IsNothing(address) ? address : Convert.ToHexStringLower(Hash(address!)[..8]) + "@pseudonym.invalid";

    public string? OfName(string? name) => IsNothing(name) ? name : "Person " + Convert.ToHexStringLower(Hash(name!)[..6]);

    public AttendeeIdentity? Of(AttendeeIdentity? identity) => identity is null ? null : identity with
    {
        Id = OfId(identity.Id),
        DisplayName = OfName(identity.DisplayName),
        Email = OfAddress(identity.Email),
        UserPrincipalName = OfAddress(identity.UserPrincipalName),
    };

    private static bool IsNothing(string? text) => string.IsNullOrWhiteSpace(text);

    // The same person may be written in more than one way.
    private byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(PersonName.Normalize(text)));
}
