using System.Diagnostics;
using System.Globalization;
using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Archive.Tests;
using Npgsql;

namespace Attendance.Simulation;

/// <summary>Harvests a tenant with several processes that are killed and started again, and compares what is kept with what there
/// was.</summary>
internal sealed class TenantRun(SimulationOptions options)
{
    private const int RequestLimit = 750;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private static readonly double[] Skews = [-1, 0, 1];

    private readonly List<string> _faults = [];
    private readonly List<(TimeSpan At, long Reports)> _growth = [];
    private readonly Random _random = new(2026);
    private readonly List<Process> _workers = [];
    private int _kills;
    private long _mostMemory;

    public static string? WhyImpossible => PostgresServer.WhyMissing ?? RedisServer.WhyMissing;

    public async Task<bool> RunAsync()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var redis = await RedisServer.StartAsync();
        await using var tenant = await SimulatedTenant.StartAsync(options);
        var directory = Directory.CreateTempSubdirectory("attendance-simulation-");
        var organizers = Path.Combine(directory.FullName, "organizers.txt");
        await File.WriteAllLinesAsync(organizers, tenant.Organizers);
        var database = await postgres.CreateDatabaseAsync();
        Say(
            $"{options.Organizers:N0} organizers, {tenant.Reports.Count:N0} meetings and sessions, {tenant.ReportCount:N0} reports, " +
            $"{tenant.RecordCount:N0} records; {options.Workers} workers");

        var clock = Stopwatch.StartNew();
        try
        {
            for (var number = 0; number < options.Workers; number++)
                _workers.Add(Start(number));
            await RunUntilWholeAsync(tenant, database, clock, Start);
        }
        finally
        {
            foreach (var worker in _workers)
                await KillAsync(worker);
            directory.Delete(recursive: true);
        }

        var took = clock.Elapsed;
        await CompareAsync(tenant, database);
        if (tenant.MostInAWindow > RequestLimit)
            _faults.Add($"{tenant.MostInAWindow} requests about webinars came within 30 seconds, and Graph allows {RequestLimit}.");
        Report(tenant, took);
        return _faults.Count == 0;

        Process Start(int number) =>
            WorkerProcess.Start(database, redis.Address, tenant.Endpoint, organizers, Skews[number % Skews.Length]);
    }

    private static async Task KillAsync(Process worker)
    {
        worker.Kill();
        await worker.WaitForExitAsync();
        worker.Dispose();
    }

    private async Task RunUntilWholeAsync(SimulatedTenant tenant, string database, Stopwatch clock, Func<int, Process> start)
    {
        var nextKill = TimeSpan.FromSeconds(options.KillEvery);
        var limit = TimeSpan.FromMinutes(options.Minutes);
        var isComplete = false;
        while (true)
        {
            await Task.Delay(Poll);
            var (reports, isWhole) = await CountAsync(database, tenant);
            Note(clock.Elapsed, reports);
            if (!isComplete && reports > tenant.ReportCount / 2)
            {
                tenant.Complete();
                isComplete = true;
                Say($"{clock.Elapsed.TotalSeconds:N0} s: {reports:N0} reports; those that were late are there now");
            }

            if (isComplete && isWhole)
                return;
            if (_workers.Find(static worker => worker.HasExited) is { } ended)
            {
                _faults.Add($"A worker ended by itself, with code {ended.ExitCode}.");
                return;
            }

            if (clock.Elapsed > limit)
            {
                _faults.Add($"After {limit.TotalMinutes:N0} minutes {reports:N0} of {tenant.ReportCount:N0} reports are kept.");
                return;
            }

            if (clock.Elapsed < nextKill)
                continue;

            var victim = _random.Next(_workers.Count);
            await KillAsync(_workers[victim]);
            _workers[victim] = start(victim);
            _kills++;
            nextKill = clock.Elapsed + TimeSpan.FromSeconds(options.KillEvery);
            Say($"{clock.Elapsed.TotalSeconds:N0} s: {reports:N0} reports; killed worker {victim + 1}");
        }
    }

    private void Note(TimeSpan at, long reports)
    {
        if (_growth.Count == 0 || _growth[^1].Reports != reports)
            _growth.Add((at, reports));
        foreach (var worker in _workers.Where(static worker => !worker.HasExited))
        {
            worker.Refresh();
            _mostMemory = Math.Max(_mostMemory, worker.WorkingSet64);
        }
    }

    private static void Say(string text) => Console.WriteLine(text);

    // Whole is what has every record, which a report that has not grown yet lacks.
    private static async Task<(long Reports, bool IsWhole)> CountAsync(string database, SimulatedTenant tenant)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(database);
            await using var command = source.CreateCommand("SELECT COUNT(*), COALESCE(SUM(participant_count), 0) FROM reports");
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            var (reports, people) = (reader.GetInt64(0), reader.GetInt64(1));
            return (reports, reports == tenant.ReportCount && people == tenant.ParticipantCount);
        }
        catch (NpgsqlException)
        {
            // No worker has made the tables yet.
            return (0, false);
        }
    }

    private async Task CompareAsync(SimulatedTenant tenant, string database)
    {
        await using var archive = await AttendanceArchive.OpenAsync(new ArchiveOptions { PostgresConnectionString = database });
        var kept = archive.CreateClient();
        var different = 0;
        await foreach (var outcome in kept.GetReportsAsync(tenant.Reports.Keys, new BulkOptions { IncludeRecords = true }))
        {
            var expected = tenant.Reports[outcome.Source].OrderBy(report => report.Id, StringComparer.Ordinal);
            if (!outcome.IsSuccess || !outcome.Reports.OrderBy(report => report.Id, StringComparer.Ordinal).SequenceEqual(expected))
                different++;
        }

        if (different > 0)
            _faults.Add($"Of {different:N0} of {tenant.Reports.Count:N0} meetings and sessions the archive has not what the tenant has.");
        if (await archive.GetFailuresAsync().AnyAsync())
            Say($"{await archive.GetFailuresAsync().CountAsync():N0} failures are still to be tried again.");
    }

    private void Report(SimulatedTenant tenant, TimeSpan took)
    {
        var quarters = Enumerable.Range(1, 4).Select(quarter =>
        {
            var at = _growth.Find(point => point.Reports >= (long)tenant.ReportCount * quarter / 4).At;
            return at == default ? "-" : at.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture);
        });
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {took.TotalSeconds:N0} s, {tenant.ReportCount / took.TotalSeconds:N0} reports and {tenant.RecordCount / took.TotalSeconds:N0} records a second, {tenant.Requests:N0} requests
            quarters of the reports after {string.Join(", ", quarters)} s
            {_kills} kills; a worker had {_mostMemory / 1024 / 1024:N0} MB at most; {tenant.MostInAWindow} requests about webinars within 30 s at most
            """));
        foreach (var fault in _faults)
            Say(fault);
        Say(_faults.Count == 0 ? "The archive equals the tenant." : "The archive does not equal the tenant.");
    }
}
