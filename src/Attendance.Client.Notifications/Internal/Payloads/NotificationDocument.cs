using System.Text.Json;

namespace Attendance.Client.Notifications.Internal;

/// <summary>The body of a request of Graph, checked for its form and nothing else.</summary>
internal sealed class NotificationDocument : IDisposable
{
    /// <summary>More than Graph puts into one body.</summary>
    private const int MostItems = 5000;

    // Graph's own nest four deep. A member that stands twice would be one thing to who checks it and another to who reads it.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private readonly JsonDocument _document;

    private NotificationDocument(JsonDocument document, List<JsonElement> items)
    {
        _document = document;
        Items = items;
    }

    /// <summary>The notifications, each an object.</summary>
    public IReadOnlyList<JsonElement> Items { get; }

    /// <summary>The tokens that come with encrypted notifications.</summary>
    public IReadOnlyList<string> ValidationTokens =>
        _document.RootElement.TryGetProperty("validationTokens", out var tokens) && tokens.ValueKind == JsonValueKind.Array
            ? [.. tokens.EnumerateArray().Select(static token => token.ValueKind == JsonValueKind.String ? token.GetString()! : "")]
            : [];

    /// <summary>The document, or null where the body is none of Graph's.</summary>
    public static NotificationDocument? Read(ReadOnlyMemory<byte> body)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(body, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("value", out var value)
                && value.ValueKind == JsonValueKind.Array
                && value.GetArrayLength() is > 0 and <= MostItems)
            {
                var items = value.EnumerateArray().ToList();
                if (items.TrueForAll(static item => item.ValueKind == JsonValueKind.Object))
                    return new NotificationDocument(document, items);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Malformed, too deep, a member twice, or text that is no Unicode.
        }

        document?.Dispose();
        return null;
    }

    public void Dispose() => _document.Dispose();
}
