using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>A row of an export: <see cref="PersonRow"/>, <see cref="StayRow"/>, <see cref="RecordRow"/>,
/// <see cref="RegistrantRow"/> or <see cref="RegisterRow"/>.</summary>
/// <remarks>
/// Its properties are the columns, in their order and in camel case. Times are in UTC, durations in seconds, rounded to whole ones; null
/// makes an empty cell in CSV and null in JSON.
/// </remarks>
public abstract record ExportRow
{
    // A row of somebody else's would have no generated serializer.
    private protected ExportRow()
    {
    }

    /// <summary>Where the row came from, whose columns then come first, or null for rows that need not say.</summary>
    [JsonIgnore]
    public RowOrigin? Origin { get; init; }
}
