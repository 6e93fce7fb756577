using System.Text.Json.Serialization;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>How many people were there at once, each counted once whatever their devices.</summary>
/// <remarks>
/// A stay whose times are hidden is not in it, so that it is a lower bound where <see cref="AttendanceSummary.HiddenTimesCount"/> is not
/// zero. It runs over the windows, or from the first stay to the last where these are not known.
/// </remarks>
public sealed record HeadCount
{
    /// <summary>The count at the start of each window, whenever it changes, and at the end of each window, where it is zero; in order of
    /// time.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<HeadCountChange> Changes
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<HeadCountChange>.Empty;
    } = ValueList<HeadCountChange>.Empty;

    /// <summary>Most people at once.</summary>
    public int Peak { get; init; }

    /// <summary>When the peak was first reached, or null where nobody was there.</summary>
    public DateTimeOffset? PeakAt { get; init; }

    /// <summary>Number of people that at most half of the time was below and at most half above, or null where the windows have no
    /// length.</summary>
    public int? Median { get; init; }

    /// <summary>Number of people on average over the time, or null where the windows have no length.</summary>
    public double? Average { get; init; }
}
