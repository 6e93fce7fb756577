using System.Globalization;
using Attendance.Simulation;

if (args is [WorkerProcess.Mode, var database, var redis, var endpoint, var organizers, var skew])
{
    await WorkerProcess.RunAsync(
        database, redis, new Uri(endpoint), organizers, double.Parse(skew, CultureInfo.InvariantCulture));
    return 0;
}

if (SimulationOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(SimulationOptions.Usage);
    return 2;
}

if (TenantRun.WhyImpossible is { } reason)
{
    Console.WriteLine($"Skipped: {reason}");
    return 0;
}

return await new TenantRun(options).RunAsync() ? 0 : 1;
