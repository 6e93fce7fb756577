using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What the control path says.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Body">The body, or null for none.</param>
internal sealed record ControlAnswer(int Status, JsonNode? Body);
