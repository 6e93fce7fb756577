namespace Attendance.Client.Tests.Readme;

/// <summary>Tests that run alone, since they take the console over, of which a process has one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ConsoleTests
{
    public const string Name = "Console";
}
