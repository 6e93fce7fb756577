namespace Attendance.Cli;

/// <summary>A way to get an access token.</summary>
internal enum AuthMethod
{
    /// <summary>Whatever the machine offers, in the order of Azure.Identity.</summary>
    Default,

    /// <summary>The user, in a browser.</summary>
    Browser,

    /// <summary>The user, in a browser on any device, with a code.</summary>
    Device,

    /// <summary>Whoever is signed in to the Azure CLI.</summary>
    Cli,

    /// <summary>The managed identity of the machine.</summary>
    Managed,

    /// <summary>The application, with its client secret.</summary>
    Secret,

    /// <summary>The application, with its certificate.</summary>
    Certificate,

    /// <summary>The application, with the token that Kubernetes or a build service gives a workload.</summary>
    Workload,

    /// <summary>A token that the user brings along.</summary>
    Token,
}
