using System.Text.Json.Serialization;

namespace Attendance.Benchmarks.Bare;

internal sealed record BareIdentity(
    string? Id,
    string? DisplayName,
    string? TenantId,
    string? Email,
    string? UserPrincipalName,
    string? AzureCommunicationServicesResourceId,
    string? UserIdentityType,
    [property: JsonPropertyName("@odata.type")] string? ODataType);
