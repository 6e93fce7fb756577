using System.Security.Cryptography;
using System.Text.Json;

namespace Attendance.Client.Archive.Internal;

/// <summary>Tells whether two readings of a report are the same.</summary>
internal static class ContentHash
{
    public static byte[] Of(AttendanceReport report) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(report));
}
