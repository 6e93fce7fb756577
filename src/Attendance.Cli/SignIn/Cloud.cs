using Attendance.Client;
using Azure.Identity;

namespace Attendance.Cli;

/// <summary>A cloud by the name that --cloud takes, with its Graph and the authority that issues its tokens.</summary>
internal sealed record Cloud(string Name, Uri Graph, Uri Authority)
{
    public static Cloud Global { get; } = new("global", GraphCloud.Global, AzureAuthorityHosts.AzurePublicCloud);

    public static IReadOnlyList<Cloud> All { get; } =
    [
        Global,
        new("usgov", GraphCloud.UsGovernment, AzureAuthorityHosts.AzureGovernment),
        new("dod", GraphCloud.UsGovernmentDod, AzureAuthorityHosts.AzureGovernment),
        new("china", GraphCloud.China, AzureAuthorityHosts.AzureChina),
    ];
}
