namespace Attendance.Client.Analysis;

/// <summary>What one session gives to a workbook.</summary>
public sealed record WorkbookSession
{
    /// <summary>Who attended.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceSummary Summary { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>Where attendance was taken, or null where there is no need to say.</summary>
    public RowOrigin? Origin { get; init; }

    /// <summary>Who of those registered came, or null for a session without registrations.</summary>
    public RegistrationSummary? Registrations { get; init; }
}
