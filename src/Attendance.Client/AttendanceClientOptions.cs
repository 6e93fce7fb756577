using Microsoft.Extensions.Logging;

namespace Attendance.Client;

/// <summary>How an <see cref="AttendanceClient"/> reaches Microsoft Graph. A client reads them once, when it is made.</summary>
public sealed class AttendanceClientOptions
{
    /// <summary>Version of Graph to talk to.</summary>
    /// <value>The default is <see cref="GraphVersion.V1"/>.</value>
    public GraphVersion Version { get; set; } = GraphVersion.V1;

    /// <summary>Root of Graph without the version: one of <see cref="GraphCloud"/>, or a gateway or test server.</summary>
    /// <value>The default is <see cref="GraphCloud.Global"/>.</value>
    /// <remarks>It must be HTTPS, but for a loopback address. Tokens are asked for it, with the scope <c>{endpoint}/.default</c>, and sent to no other host.</remarks>
    public Uri Endpoint { get; set; } = GraphCloud.Global;

    /// <summary>Name of the application in the <c>User-Agent</c> of each request, behind the library's own, or null for none.</summary>
    /// <value>The default is null. Letters, digits and <c>!#$%&amp;'*+-.^_`|~/</c> only.</value>
    public string? ApplicationId { get; set; }

    /// <summary>Where to log, or null for nowhere.</summary>
    /// <value>The default is null; with dependency injection, the container's.</value>
    /// <remarks>No message holds a token, a name, an address or an id of a person.</remarks>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, to be replaced in tests.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
