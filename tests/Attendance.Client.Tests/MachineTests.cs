namespace Attendance.Client.Tests;

/// <summary>Tests that change the culture or the time zone of the process, which it has one of, and which every process has that
/// another test starts meanwhile: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class MachineTests
{
    public const string Name = "Machine";
}
