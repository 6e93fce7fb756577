using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Attendance.Client.Testing.Internal;

/// <summary>The types of Graph that queries are about, read from its own kind of description when the first query needs it.</summary>
internal static class GraphSchema
{
    private static readonly Lazy<IEdmModel> Read = new(static () =>
    {
        using var description = typeof(GraphSchema).Assembly.GetManifestResourceStream("graph.csdl.xml")!;
        using var reader = XmlReader.Create(description);
        return CsdlReader.Parse(reader);
    });

    public static IEdmModel Model => Read.Value;

    /// <summary>The type of an entity by its name, such as <c>onlineMeeting</c>.</summary>
    public static IEdmStructuredType TypeOf(string name) => (IEdmStructuredType)Model.FindDeclaredType($"microsoft.graph.{name}");
}
