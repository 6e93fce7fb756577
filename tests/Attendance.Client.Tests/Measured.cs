namespace Attendance.Client.Tests;

/// <summary>Tests that measure what belongs to the whole process, its memory and its unobserved exceptions, and so run when no other
/// does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Measured
{
    public const string Name = "Measured";

    /// <summary>Memory that is in use after everything that can be collected was.</summary>
    internal static long Memory()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Fails where the work leaves a task behind whose exception nobody has seen.</summary>
    internal static async Task LeavesNoExceptionUnobservedAsync(Func<Task> work)
    {
        Memory();
        var unobserved = new List<Exception>();
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await work();
            Memory();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);

        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            lock (unobserved)
                unobserved.Add(arguments.Exception);
        }
    }
}
