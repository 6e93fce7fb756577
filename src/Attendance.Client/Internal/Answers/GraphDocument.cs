using System.Text.Json;
using Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>A JSON document of Graph, which is read straight from its bytes.</summary>
internal readonly struct GraphDocument(ReadOnlyMemory<byte> json)
{
    /// <summary>Reads the document as a model of the fragment.</summary>
    /// <exception cref="JsonException">It is malformed, or no object.</exception>
    public T Read<T>()
        where T : class, new()
    {
        var isPage = typeof(BaseCollectionResponse).IsAssignableFrom(typeof(T));
        var document = new Utf8JsonReader(isPage ? json.Span : Unwrap(json.Span));
        document.Read();
        var model = ModelReaders.Of<T>().Read(ref document) ?? throw new JsonException("The document is null.");

        // Fails where anything follows.
        document.Read();
        return model;
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

    // Fails where the document is cut short, or where anything follows it.
    private static void ReadToEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
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
                var end = (int)reader.BytesConsumed;
                ReadToEnd(ref reader);
                return json.Slice(start, end - start);
            }
            else
            {
                return json;
            }
        }

        return json;
    }
}
