using System.Text.Json;
using Attendance.Client.Generated.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Attendance.Client.Internal;

/// <summary>
/// The root of a JSON document. Models of the fragment are read straight from its bytes, any other by Kiota.
/// It stands for no element of the document, so Kiota's own members, which ask for one, do not apply.
/// </summary>
internal sealed class GraphParseNode(ReadOnlyMemory<byte> json) : JsonParseNode(default), IParseNode
{
    /// <summary>Reads the document as a model.</summary>
    /// <exception cref="JsonException">It is malformed, or no object.</exception>
    public new T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        if (ModelReaders.Of(typeof(T)) is not { } reader)
            return ReadWithKiota(factory);

        var isPage = typeof(BaseCollectionResponse).IsAssignableFrom(typeof(T));
        var document = new Utf8JsonReader(isPage ? json.Span : Unwrap(json.Span));
        document.Read();
        var model = reader.Read(ref document) ?? throw new JsonException("The document is null.");

        // Fails where anything follows.
        document.Read();
        return (T)model;
    }

    /// <summary>Whether the document, which is an object, has the given member.</summary>
    public bool HasMember(string name)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
                return true;

            reader.Skip();
        }

        return false;
    }

    /// <summary>
    /// Some answers wrap a single entity in <c>value</c>. Only annotations stand before that member, so the first other member tells,
    /// and an ordinary entity costs no second reading.
    /// </summary>
    private static ReadOnlySpan<byte> Unwrap(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAnnotation = reader.ValueSpan.Length > 0 && reader.ValueSpan[0] == (byte)'@';
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isAnnotation)
            {
                reader.Skip();
            }
            else if (isValue && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                return json.Slice(start, (int)reader.BytesConsumed - start);
            }
            else
            {
                return json;
            }
        }

        return json;
    }

    private T ReadWithKiota<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        using var document = JsonDocument.Parse(json);
        return new JsonParseNode(document.RootElement).GetObjectValue(factory);
    }
}
