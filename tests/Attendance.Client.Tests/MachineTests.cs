namespace Attendance.Client.Tests;

/// <summary>Tests that change the culture or the time zone of the process, which it has one of: none runs beside another.</summary>
[CollectionDefinition(Name)]
public class MachineTests
{
    public const string Name = "Machine";
}
