namespace Attendance.Client.Tests.Generator;

/// <summary>People and times for the builders.</summary>
internal static class BuilderSamples
{
    public const string Contoso = "5466a424-aadf-425c-9b24-034ca28d4bdd";

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static readonly AttendeeIdentity Ada = new()
    {
        Id = "387cd9ea-d6c6-49a7-8e2f-e02fc3e62783",
        DisplayName = "Ada Lovelace",
        TenantId = Contoso,
    };

    public static readonly AttendeeIdentity Zoe = new()
    {
        Id = "bc72ed1b-077e-4c82-9b6d-7164e6fd1c92",
        DisplayName = "Zoë Müller",
        TenantId = Contoso,
    };

    public static DateTimeOffset Utc(string time) =>
        DateTimeOffset.Parse($"2026-03-02T{time}Z", System.Globalization.CultureInfo.InvariantCulture);
}
