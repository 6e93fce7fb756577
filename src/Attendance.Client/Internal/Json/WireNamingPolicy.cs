using System.Text.Json;

namespace Attendance.Client.Internal.Json;

/// <summary>Turns the names that Kiota gives the members of its models back into those on the wire.</summary>
internal sealed class WireNamingPolicy : JsonNamingPolicy
{
    private const string Annotation = "Odata";

    public static WireNamingPolicy Instance { get; } = new();

    /// <summary><c>DisplayName</c> is <c>displayName</c>, <c>AttendanceRecordsOdataNextLink</c> is <c>attendanceRecords@odata.nextLink</c>.</summary>
    public override string ConvertName(string name)
    {
        var annotation = name.IndexOf(Annotation, StringComparison.Ordinal);
        return annotation < 0
            ? Camel(name)
            : $"{Camel(name.Substring(0, annotation))}@odata.{Camel(name.Substring(annotation + Annotation.Length))}";
    }

    private static string Camel(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
