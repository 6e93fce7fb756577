using System.Diagnostics;
using System.Globalization;
using Attendance.Client;
using Attendance.Client.Archive;
using Attendance.Client.Archive.Tests;
using Npgsql;

namespace Attendance.Simulation;

/// <summary>Harvests a tenant with several processes that are killed and started again, and compares what is kept with what there was.</summary>
internal sealed class Simulation(SimulationOptions options)
{
    // Long enough that a worker does something between two kills.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private static readonly double[] Skews = [-1, 0, 1];

    private readonly List<string> _faults = [];
    private readonly List<(TimeSpan At, long Reports)> _growth = [];
    private readonly Random _random = new(2026);
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
        var expected = tenant.Reports.Values.Sum(reports => reports.Count);
        var records = tenant.Reports.Values.Sum(reports => reports.Sum(report => report.Records!.Count));
        Say($"{options.Organizers:N0} organizers, {tenant.Reports.Count:N0} meetings and sessions, {expected:N0} reports, {records:N0} records; {options.Workers} workers");

        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, options.Workers).Select(Start).ToList();
        var isComplete = false;
        try
        {
            await RunUntilWholeAsync();
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Kill();
                await worker.WaitForExitAsync();
            }

            directory.Delete(recursive: true);
        }

        var took = clock.Elapsed;
        await CompareAsync(tenant, database);
        if (tenant.MostInAWindow > 750)
            _faults.Add($"{tenant.MostInAWindow} requests about webinars came within 30 seconds, and Graph allows 750.");
        Report(tenant, took, expected, records);
        return _faults.Count == 0;

        Process Start(int number) => WorkerProcess.Start(database, redis.Address, tenant.Endpoint, organizers, Skews[number % Skews.Length]);

        async Task RunUntilWholeAsync()
        {
            var nextKill = TimeSpan.FromSeconds(options.KillEvery);
            var limit = TimeSpan.FromMinutes(options.Minutes);
            var lastNews = TimeSpan.Zero;
            while (true)
            {
                await Task.Delay(Poll);
                var (reports, isWhole) = await CountAsync(database, tenant);
                if (_growth.Count == 0 || _growth[^1].Reports != reports)
                {
                    _growth.Add((clock.Elapsed, reports));
                    lastNews = clock.Elapsed;
                }

                foreach (var worker in workers.Where(worker => !worker.HasExited))
                {
                    worker.Refresh();
                    _mostMemory = Math.Max(_mostMemory, worker.WorkingSet64);
                }

                if (!isComplete && reports > expected / 2)
                {
                    tenant.Complete();
                    isComplete = true;
                    Say($"{clock.Elapsed.TotalSeconds:N0} s: {reports:N0} reports; those that were late are there now");
                }

                if (isComplete && isWhole)
                    return;
                if (workers.Find(worker => worker.HasExited) is { } ended)
                {
                    _faults.Add($"A worker ended by itself, with code {ended.ExitCode}.");
                    return;
                }

                if (clock.Elapsed > limit)
                {
                    _faults.Add($"After {limit.TotalMinutes:N0} minutes {reports:N0} of {expected:N0} reports are kept.");
                    return;
                }

                if (clock.Elapsed < nextKill)
                    continue;

                var victim = _random.Next(workers.Count);
                workers[victim].Kill();
                await workers[victim].WaitForExitAsync();
                workers[victim] = Start(victim);
                _kills++;
                nextKill = clock.Elapsed + TimeSpan.FromSeconds(options.KillEvery);
                Say($"{clock.Elapsed.TotalSeconds:N0} s: {reports:N0} reports; killed worker {victim + 1}");
            }
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
            return (reports,
                reports == tenant.Reports.Values.Sum(all => all.Count)
                && people == tenant.Reports.Values.Sum(all => all.Sum(report => report.ParticipantCount ?? 0)));
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

    private void Report(SimulatedTenant tenant, TimeSpan took, int expected, int records)
    {
        var quarters = Enumerable.Range(1, 4).Select(quarter =>
        {
            var at = _growth.FirstOrDefault(point => point.Reports >= (long)expected * quarter / 4).At;
            return at == default ? "-" : at.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture);
        });
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {took.TotalSeconds:N0} s, {expected / took.TotalSeconds:N0} reports and {records / took.TotalSeconds:N0} records a second, {tenant.Requests:N0} requests
            quarters of the reports after {string.Join(", ", quarters)} s
            {_kills} kills; a worker had {_mostMemory / 1024 / 1024:N0} MB at most; {tenant.MostInAWindow} requests about webinars within 30 s at most
            """));
        foreach (var fault in _faults)
            Say(fault);
        Say(_faults.Count == 0 ? "The archive equals the tenant." : "The archive does not equal the tenant.");
    }
}
