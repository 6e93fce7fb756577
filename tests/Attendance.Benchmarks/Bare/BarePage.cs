using System.Text.Json.Serialization;

namespace Attendance.Benchmarks.Bare;

internal sealed record BarePage<T>([property: JsonPropertyName("@odata.nextLink")] string? NextLink, List<T>? Value);
