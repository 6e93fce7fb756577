namespace Attendance.Cli;

/// <summary>What a column of a roster holds.</summary>
internal enum RosterColumn
{
    Id,
    Address,
    Name,
    FirstName,
    LastName,
    Excused,
}
