using Attendance.Benchmarks;

if (args is [StartRun.ChildMode, var name])
{
    await StartRun.ReadFirstReportAsync(name);
    return 0;
}

return await Suite.RunAsync(args);
