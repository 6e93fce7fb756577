namespace Attendance.Cli;

/// <summary>How to sign in and where Graph is, once it is decided whether options, variables or a profile say so.</summary>
internal sealed record SignInSettings
{
    /// <summary>The way to sign in, by the name of what says so.</summary>
    public required Setting Auth { get; init; }

    public required AuthMethod Method { get; init; }

    public Setting? Tenant { get; init; }

    public Setting? ClientId { get; init; }

    public Setting? Certificate { get; init; }

    public required Cloud Cloud { get; init; }

    /// <summary>Root of Graph where it is not the cloud's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Where tokens come from where it is not the cloud's authority.</summary>
    public Uri? Authority { get; init; }

    /// <summary>Name of the profile that says all this, or null where none does.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Whether tokens are kept in a file where the machine has no safe store.</summary>
    public bool HasUnsafeStore { get; init; }

    /// <summary>Root of Graph.</summary>
    public Uri Graph => Endpoint ?? Cloud.Graph;

    /// <summary>The permissions to ask for: all that the application has been granted.</summary>
    public string Scope => $"{Graph.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>Whether a user signs in by himself, whose sign-in can be kept.</summary>
    public bool IsInteractive => Method is AuthMethod.Browser or AuthMethod.Device;

    /// <summary>Whether it is an application that signs in, for which there is no <c>me</c>.</summary>
    public bool IsOfApplication => Method is AuthMethod.Secret or AuthMethod.Certificate or AuthMethod.Workload or AuthMethod.Managed;
}
