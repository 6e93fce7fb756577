using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>Reads wire models of a kind that only their type tells.</summary>
internal interface IModelReader
{
    /// <summary>Reads the model that the JSON stands at, or null.</summary>
    object? Read(ref Utf8JsonReader json);
}
