using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>
/// Reads one kind of wire model straight from the bytes. A source-generated contract of System.Text.Json would do so too, but would be a
/// quarter of the assembly, and the slowest part of the first call.
/// </summary>
/// <param name="members">What the model has, best in the order in which Graph sends it; 64 at most.</param>
internal sealed class ModelReader<T>(params ModelMember<T>[] members) : IModelReader
    where T : class, new()
{
    private readonly ulong _all = ulong.MaxValue >> (64 - members.Length);

    object? IModelReader.Read(ref Utf8JsonReader json) => Read(ref json);

    /// <summary>Reads the model that the JSON stands at, or null. Members that it does not know are passed over.</summary>
    /// <param name="json">Where the model stands.</param>
    /// <param name="model">A model to read it into, whatever it held before, or null for a new one.</param>
    /// <exception cref="JsonException">It is no object, or has a list of items twice.</exception>
    public T? Read(ref Utf8JsonReader json, T? model = null)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartObject)
            throw LenientJson.Unexpected(ref json);

        var isUsed = model is not null;
        model ??= new T();
        var (sent, expected) = (0UL, 0);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var index = Find(ref json, expected);
            json.Read();
            if (index < 0)
            {
                json.Skip();
                continue;
            }

            if (members[index].IsOnce && (sent & (1UL << index)) != 0)
                throw new JsonException($"The member {members[index].Text} stands there twice.");

            members[index].Read(model, ref json);
            sent |= 1UL << index;
            expected = index + 1;
        }

        if (isUsed && sent != _all)
            Clear(model, sent);
        return model;
    }

    /// <summary>Reads the list that the JSON stands at, or null. An item that is null stays null.</summary>
    /// <param name="json">Where the list stands.</param>
    /// <param name="models">A list to read it into, whose items serve again, or null for a new one.</param>
    /// <exception cref="JsonException">It is no list of objects.</exception>
    public List<T>? ReadList(ref Utf8JsonReader json, List<T>? models = null)
    {
        if (!IsList(ref json))
            return null;

        models ??= [];
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (count == models.Count)
                models.Add(Read(ref json)!);
            else
                models[count] = Read(ref json, models[count])!;
            count++;
        }

        models.RemoveRange(count, models.Count - count);
        return models;
    }

    /// <summary>
    /// Reads the list that the JSON stands at, each item mapped as it is read, or null. One model serves for all items, as those of a large
    /// report would otherwise take as much memory as what they are mapped to. An item that is null is left out.
    /// </summary>
    /// <exception cref="JsonException">It is no list of objects.</exception>
    public ValueList<TPublic>? ReadList<TPublic>(ref Utf8JsonReader json, Func<T, TPublic> map)
    {
        if (!IsList(ref json))
            return null;

        var items = new List<TPublic>();
        T? model = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (Read(ref json, model) is not { } read)
                continue;

            model = read;
            items.Add(map(read));
        }

        return items.Count == 0 ? ValueList<TPublic>.Empty : new ValueList<TPublic>([.. items]);
    }

    private static bool IsList(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => false,
        JsonTokenType.StartArray => true,
        _ => throw LenientJson.Unexpected(ref json),
    };

    // To every member, null on the wire means the same as its absence.
    private void Clear(T model, ulong sent)
    {
        var nothing = new Utf8JsonReader("null"u8);
        nothing.Read();
        for (var i = 0; i < members.Length; i++)
        {
            if ((sent & (1UL << i)) == 0)
                members[i].Read(model, ref nothing);
        }
    }

    private int Find(ref Utf8JsonReader json, int expected)
    {
        // A name that is no text at all would be an exception to the comparison below.
        if (json.ValueIsEscaped)
        {
            var name = LenientText.Decode(json.ValueSpan);
            return Array.FindIndex(members, member => string.Equals(member.Text, name, StringComparison.Ordinal));
        }

        for (var i = expected; i < members.Length; i++)
        {
            if (json.ValueTextEquals(members[i].Name))
                return i;
        }

        for (var i = 0; i < expected; i++)
        {
            if (json.ValueTextEquals(members[i].Name))
                return i;
        }

        return -1;
    }
}
