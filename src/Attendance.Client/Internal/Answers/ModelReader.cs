using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>
/// Reads one kind of wire model straight from the bytes. A source-generated contract of System.Text.Json would do so too, but would be a quarter
/// of the assembly, and the slowest part of the first call.
/// </summary>
/// <param name="members">What the model has, best in the order in which Graph sends it.</param>
internal sealed class ModelReader<T>(params ModelMember<T>[] members) : IModelReader
    where T : class, new()
{
    object? IModelReader.Read(ref Utf8JsonReader json) => Read(ref json);

    /// <summary>Reads the model that the JSON stands at, or null. Members that it does not know are passed over.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public T? Read(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartObject)
            throw LenientJson.Unexpected(ref json);

        var model = new T();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = Find(ref json);
            json.Read();
            if (member is null)
                json.Skip();
            else
                member.Read(model, ref json);
        }

        return model;
    }

    /// <summary>Reads the list that the JSON stands at, or null. An item that is null stays null.</summary>
    /// <exception cref="JsonException">It is no list of objects.</exception>
    public List<T>? ReadList(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartArray)
            throw LenientJson.Unexpected(ref json);

        var models = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            models.Add(Read(ref json)!);

        return models;
    }

    private ModelMember<T>? Find(ref Utf8JsonReader json)
    {
        foreach (var member in members)
        {
            if (json.ValueTextEquals(member.Name))
                return member;
        }

        return null;
    }
}
