using System.Text.Json.Serialization;

namespace Attendance.Cli;

/// <summary>Profiles as JSON.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ProfileList))]
internal sealed partial class ProfileJson : JsonSerializerContext;
