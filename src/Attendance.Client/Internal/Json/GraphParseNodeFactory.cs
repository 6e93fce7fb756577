using Microsoft.Kiota.Abstractions.Serialization;

namespace Attendance.Client.Internal.Json;

/// <summary>Makes the root node of an answer.</summary>
internal sealed class GraphParseNodeFactory : IAsyncParseNodeFactory
{
    public string ValidContentType => "application/json";

    public IParseNode GetRootParseNode(string contentType, Stream content) => throw new NotSupportedException("Answers are read asynchronously.");

    public async Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default) =>
        new GraphParseNode(await BodyReader.ReadAsync(content, cancellationToken).ConfigureAwait(false));
}
