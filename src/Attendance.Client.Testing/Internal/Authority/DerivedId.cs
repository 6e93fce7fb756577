using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Testing.Internal;

/// <summary>Ids that are made from a name, and so are the same in every run.</summary>
internal static class DerivedId
{
    public static string Of(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
