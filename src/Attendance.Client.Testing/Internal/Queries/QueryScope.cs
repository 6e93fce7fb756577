using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What the names of a query's variables stand for.</summary>
internal sealed record QueryScope(
    string Name, JsonNode? Value, StringComparison Comparison, DateTimeOffset Now, QueryScope? Outer = null)
{
    public JsonNode? Find(string name) => name == Name ? Value : Outer?.Find(name);
}
