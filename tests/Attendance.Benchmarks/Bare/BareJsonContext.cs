using System.Text.Json.Serialization;

namespace Attendance.Benchmarks.Bare;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BareReport))]
[JsonSerializable(typeof(BarePage<BareReport>))]
[JsonSerializable(typeof(BarePage<BareRecord>))]
internal sealed partial class BareJsonContext : JsonSerializerContext;
