using System.Text.Json.Serialization;

namespace Attendance.Benchmarks.Bare;

internal sealed record BarePage<T>
{
    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }

    public List<T>? Value { get; set; }
}
