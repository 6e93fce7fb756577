using System.Text.Json.Serialization;

namespace Attendance.Benchmarks.Bare;

internal sealed record BareIdentity
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? TenantId { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? AzureCommunicationServicesResourceId { get; set; }

    public string? UserIdentityType { get; set; }

    [JsonPropertyName("@odata.type")]
    public string? ODataType { get; set; }
}
