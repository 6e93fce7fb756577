using System.Text.Json.Nodes;

namespace Attendance.Cli;

/// <summary>What an assistant can pass to a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, which the assistant reads.</param>
internal sealed record ToolParameter(string Name, string Description)
{
    /// <summary>Whether the tool can do nothing without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it takes a whole number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it takes a list of texts.</summary>
    public bool IsList { get; init; }

    /// <summary>The texts that it takes, or none where it takes any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>It as JSON Schema has it.</summary>
    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = IsNumber ? "integer" : IsList ? "array" : "string", ["description"] = Description };
        if (IsNumber)
            schema["minimum"] = 1;
        if (IsList)
            schema["items"] = new JsonObject { ["type"] = "string" };
        if (Values.Count > 0)
            schema["enum"] = new JsonArray([.. Values.Select(value => (JsonNode?)value)]);
        return schema;
    }
}
