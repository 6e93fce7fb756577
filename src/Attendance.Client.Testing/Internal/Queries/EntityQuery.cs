using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Attendance.Client.Testing.Internal;

/// <summary>What a request wants of entities: which of them, in which order, with which members and with what they refer to.</summary>
/// <remarks>Parsed by the library that Graph itself is made with, so that it refuses in the same words.</remarks>
internal sealed class EntityQuery
{
    private const int MostKept = 1000;

    private static readonly string[] Options = ["$select", "$expand", "$filter", "$orderby"];

    private static readonly EntityQuery All = new();

    // A query costs more to read than most answers to make.
    private static readonly ConcurrentDictionary<(string Type, string Query), EntityQuery> Known = new();

    private readonly Dictionary<string, EntityQuery> _expanded = new(StringComparer.OrdinalIgnoreCase);
    private readonly FilterClause? _filter;
    private readonly OrderByClause? _order;
    private readonly StringComparison _comparison;

    private EntityQuery()
    {
    }

    private EntityQuery(string type, SelectExpandClause? shape, FilterClause? filter, OrderByClause? order)
    {
        _comparison = ComparisonOf(type);
        Selection = Selection.Of(shape);
        _filter = filter;
        _order = order;
        foreach (var item in shape?.SelectedItems.OfType<ExpandedNavigationSelectItem>() ?? [])
            _expanded[item.PathToNavigationProperty.LastSegment.Identifier] = new EntityQuery(item);
    }

    private EntityQuery(ExpandedNavigationSelectItem item)
        : this("", item.SelectAndExpand, item.FilterOption, item.OrderByOption)
    {
        Top = (int?)item.TopOption;
        Skip = (int?)item.SkipOption ?? 0;
        Counts = item.CountOption == true;
    }

    /// <summary>Whether entities are chosen or sorted by what they hold.</summary>
    public bool LooksInside => _filter is not null || _order is not null;

    /// <summary>Whether the entities have an order of their own.</summary>
    public bool Sorts => _order is not null;

    /// <summary>The members that are wanted, or null for all.</summary>
    public Selection? Selection { get; }

    public int? Top { get; }

    public int Skip { get; }

    public bool Counts { get; }

    /// <summary>What is expanded, with what is wanted of it.</summary>
    public IReadOnlyDictionary<string, EntityQuery> Expanded => _expanded;

    /// <summary>Reads the options of a request for entities of a type.</summary>
    /// <param name="type">Name of the type.</param>
    /// <param name="options">The options by name.</param>
    /// <param name="hasFilter">Whether the filter is one of OData's.</param>
    /// <param name="held">A value that the data has under a name, or null where it has none.</param>
    /// <exception cref="GraphRefusal">Graph would not understand the query.</exception>
    public static EntityQuery Parse(
        string type, IReadOnlyDictionary<string, string> options, bool hasFilter, Func<string, JsonNode?> held)
    {
        var texts = Options.Where(option => options.ContainsKey(option) && (hasFilter || option != "$filter"))
            .ToDictionary(static option => option, option => options[option], StringComparer.Ordinal);
        if (texts.Count == 0)
            return All;

        var query = string.Join("&", texts.Select(static option => $"{option.Key}={option.Value}"));
        if (Known.TryGetValue((type, query), out var known))
            return known;

        var (parsed, hasUsedData) = Read(type, texts, held);
        if (!hasUsedData)
        {
            if (Known.Count >= MostKept)
                Known.Clear();
            Known[(type, query)] = parsed;
        }

        return parsed;
    }

    /// <summary>The entities that are meant, in the order that is wanted.</summary>
    /// <param name="entities">All of them.</param>
    /// <param name="now">What the function of that name gives.</param>
    public IEnumerable<JsonObject> Apply(IEnumerable<JsonObject> entities, DateTimeOffset now)
    {
        var chosen = _filter is null
            ? entities
            : entities.Where(
                entity => QueryValue.Of(
                    _filter.Expression, new QueryScope(_filter.RangeVariable.Name, entity, _comparison, now)) is true);
        if (_order is null)
            return chosen;

        IOrderedEnumerable<JsonObject>? sorted = null;
        for (var clause = _order; clause is not null; clause = clause.ThenBy)
        {
            var by = clause;
            object? Key(JsonObject entity) => QueryValue.Of(by.Expression, new QueryScope(by.RangeVariable.Name, entity, _comparison, now));
            var values = Comparer<object?>.Create((left, right) => QueryValue.Order(left, right, _comparison));
            var isDescending = by.Direction == OrderByDirection.Descending;
            sorted = (sorted, isDescending) switch
            {
                (null, false) => chosen.OrderBy(Key, values),
                (null, true) => chosen.OrderByDescending(Key, values),
                (_, false) => sorted!.ThenBy(Key, values),
                (_, true) => sorted!.ThenByDescending(Key, values),
            };
        }

        return sorted!;
    }

    private static (EntityQuery Query, bool HasUsedData) Read(
        string type, Dictionary<string, string> texts, Func<string, JsonNode?> held)
    {
        var shape = new PropertyResolver(held, isFilter: false);
        var filter = new PropertyResolver(held, isFilter: true);
        try
        {
            var edmType = GraphSchema.TypeOf(type);
            var parser = new ODataQueryOptionParser(GraphSchema.Model, edmType, targetNavigationSource: null, texts) { Resolver = shape };
            var select = parser.ParseSelectAndExpand();
            var order = parser.ParseOrderBy();
            var filterParser = new ODataQueryOptionParser(GraphSchema.Model, edmType, targetNavigationSource: null, texts)
            {
                Resolver = filter,
            };
            var query = new EntityQuery(type, select, filterParser.ParseFilter(), order);
            query.Try();
            return (query, shape.HasUsedData || filter.HasUsedData);
        }
        catch (ODataException exception)
        {
            throw GraphRefusal.BadRequest(exception.Message);
        }
    }

    // What cannot be worked out is refused whether there is an entity to try it on or not.
    private void Try()
    {
        foreach (var _ in Apply([[], []], DateTimeOffset.MinValue))
        {
            // Each tries the next.
        }
    }

    // The directory does not tell letters by their case.
    private static StringComparison ComparisonOf(string type) =>
        type == "user" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
