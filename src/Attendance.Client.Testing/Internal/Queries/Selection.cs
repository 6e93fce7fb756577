using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;

namespace Attendance.Client.Testing.Internal;

/// <summary>Which members of an entity an answer carries.</summary>
internal sealed class Selection
{
    private readonly Dictionary<string, Selection?> _members = new(StringComparer.OrdinalIgnoreCase);

    private Selection()
    {
    }

    /// <summary>The selection of a clause, or null for all members.</summary>
    public static Selection? Of(SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected || clause.SelectedItems.Any(static item => item is WildcardSelectItem))
            return null;

        var selection = new Selection();
        foreach (var path in clause.SelectedItems.OfType<PathSelectItem>())
            selection.Add([.. path.SelectedPath.Select(static segment => segment.Identifier)]);

        return selection;
    }

    public bool Has(string member) => _members.ContainsKey(member);

    /// <summary>Takes from an entity what is not selected; what is about the entity, such as its type, stays.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="keep">Tells of members that stay all the same.</param>
    public void Apply(JsonObject entity, Func<string, bool>? keep = null)
    {
        foreach (var name in entity.Select(static member => member.Key).ToList())
        {
            var member = name.Split('@')[0];
            if (member.Length == 0 || keep?.Invoke(member) == true)
                continue;

            if (!_members.TryGetValue(member, out var inner))
                entity.Remove(name);
            else if (inner is not null)
                inner.ApplyTo(entity[name]);
        }
    }

    private void Add(string[] path)
    {
        if (path.Length == 1)
        {
            _members[path[0]] = null;
            return;
        }

        if (!_members.TryGetValue(path[0], out var inner))
            _members.Add(path[0], inner = new Selection());
        inner?.Add([.. path.Skip(1)]);
    }

    private void ApplyTo(JsonNode? value)
    {
        if (value is JsonObject entity)
            Apply(entity);
        foreach (var item in (value as JsonArray ?? []).OfType<JsonObject>())
            Apply(item);
    }
}
