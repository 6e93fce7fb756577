using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>The order of day, month and year in the dates of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamsFileDateOrder>))]
public enum TeamsFileDateOrder
{
    /// <summary>Day first, as in 27/01/2021.</summary>
    DayMonthYear,

    /// <summary>Month first, as in 1/27/2021.</summary>
    MonthDayYear,

    /// <summary>Year first, as in 2021/1/27.</summary>
    YearMonthDay,
}
