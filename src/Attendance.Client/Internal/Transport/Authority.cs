using Azure.Identity;

namespace Attendance.Client.Internal;

/// <summary>Which authority issues the tokens for an endpoint of Graph.</summary>
internal static class Authority
{
    /// <summary>The cloud's own authority, or null, which is Azure.Identity's default, for the global cloud and for an unknown
    /// host.</summary>
    public static Uri Of(Uri endpoint)
    {
        if (IsIn(GraphCloud.UsGovernment) || IsIn(GraphCloud.UsGovernmentDod))
            return AzureAuthorityHosts.AzureGovernment;

        return IsIn(GraphCloud.China) ? AzureAuthorityHosts.AzureChina : AzureAuthorityHosts.AzurePublicCloud;

        bool IsIn(Uri cloud) => string.Equals(endpoint.Host, cloud.Host, StringComparison.OrdinalIgnoreCase);
    }
}
