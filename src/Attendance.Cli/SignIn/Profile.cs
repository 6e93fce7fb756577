namespace Attendance.Cli;

/// <summary>A sign-in as the file of profiles keeps it: no secret, no password, no token.</summary>
internal sealed record Profile
{
    public string? Auth { get; init; }

    public string? Tenant { get; init; }

    public string? ClientId { get; init; }

    public string? Cloud { get; init; }

    public string? Endpoint { get; init; }

    public string? Authority { get; init; }

    public string? Certificate { get; init; }

    public bool UnsafeStore { get; init; }

    public static Profile Of(SignInSettings settings) => new()
    {
        Auth = settings.Auth.Value,
        Tenant = settings.Tenant?.Value,
        ClientId = settings.ClientId?.Value,
        Cloud = settings.Cloud == Cli.Cloud.Global ? null : settings.Cloud.Name,
        Endpoint = settings.Endpoint?.AbsoluteUri,
        Authority = settings.Authority?.AbsoluteUri,
        Certificate = settings.Certificate is { } file ? Path.GetFullPath(file.Value) : null,
        UnsafeStore = settings.HasUnsafeStore,
    };
}
