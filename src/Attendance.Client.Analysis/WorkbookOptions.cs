namespace Attendance.Client.Analysis;

/// <summary>How a workbook is written.</summary>
public sealed record WorkbookOptions
{
    /// <summary>Zone in whose local time all times are.</summary>
    /// <value>The default is UTC.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeZoneInfo TimeZone { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = TimeZoneInfo.Utc;

    /// <summary>What sheets, columns and values are called.</summary>
    /// <value>The default is English.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public WorkbookTexts Texts { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();
}
