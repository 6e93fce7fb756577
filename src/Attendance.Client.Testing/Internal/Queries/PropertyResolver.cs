using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Attendance.Client.Testing.Internal;

/// <summary>Finds what a query names: a member of Graph's type, in any case, or else one that the data has.</summary>
/// <param name="held">A value that the data has under a name, or null where it has none.</param>
/// <param name="isFilter">Whether the names stand in a filter, where Graph takes fewer.</param>
internal sealed class PropertyResolver(Func<string, JsonNode?> held, bool isFilter) : ODataUriResolver
{
    public override bool EnableCaseInsensitive { get; set; } = true;

    /// <summary>Whether something was found in the data alone, so that another graph might not find it.</summary>
    public bool HasUsedData { get; private set; }

    public override IEdmProperty? ResolveProperty(IEdmStructuredType type, string propertyName)
    {
        if (isFilter && type == GraphSchema.TypeOf("event") && propertyName.Equals("isOnlineMeeting", StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphRefusal(
                HttpStatusCode.BadRequest, "ErrorInvalidProperty", "The property 'IsOnlineMeeting' does not support filtering.");
        }

        if (base.ResolveProperty(type, propertyName) is { } known)
            return known;
        if (type is not IEdmEntityType || held(propertyName) is not { } value)
            return null;

        HasUsedData = true;
        return new EdmStructuralProperty(type, propertyName, TypeOf(value));
    }

    private static IEdmTypeReference TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => EdmCoreModel.Instance.GetString(isNullable: true),
        JsonValueKind.Number => EdmCoreModel.Instance.GetDouble(isNullable: true),
        JsonValueKind.True or JsonValueKind.False => EdmCoreModel.Instance.GetBoolean(isNullable: true),
        _ => EdmCoreModel.Instance.GetUntyped(),
    };
}
