using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Attendance.Client.Archive.Tests;

/// <summary>Processes that save, and are killed at any moment.</summary>
public sealed class KilledSavers
{
    private const string FileVariable = "ATTENDANCE_TEST_SAVER";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("anna"), "m");

    [Fact]
    public async Task Whatever_moment_a_saver_is_killed_at_each_report_is_whole()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        for (var round = 0; round < 6; round++)
        {
            using var saver = Process.Start(new ProcessStartInfo(
                Environment.ProcessPath!,
                ["test", typeof(KilledSavers).Assembly.Location, "--nologo", "--filter", $"FullyQualifiedName~{nameof(The_saver)}"])
            {
                Environment = { [FileVariable] = database.File },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            _ = saver.StandardOutput.ReadToEndAsync();
            await UntilAsync(() => ReportsIn(database) >= (round + 1) * 5 || saver.HasExited);
            saver.Kill(entireProcessTree: true);
            await saver.WaitForExitAsync();

            Assert.Equal(["ok"], await database.QueryAsync("PRAGMA integrity_check"));
            await using var archive = await database.OpenAsync();
            foreach (var report in await archive.CreateClient()
                .GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords"] }).ToListAsync())
            {
                Assert.Equal(ReportOf(report.Id!, report.ParticipantCount!.Value), report);
            }
        }

        Assert.InRange(ReportsIn(database), 5, int.MaxValue);
    }

    // Does nothing by itself: it is what the test above starts as a process of its own.
    [Fact]
    public async Task The_saver()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } file)
            return;

        await using var archive = await AttendanceArchive.OpenAsync(file);
        for (var number = 0; ; number++)
        {
            await archive.SaveAsync(Source, ReportOf($"{Environment.ProcessId}-{number}", people: 1 + (number % 7)));
            await archive.SaveAsync(Source, ReportOf($"{Environment.ProcessId}-{number}", people: 40));
        }
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        while (!isTrue())
            await Task.Delay(20);
    }

    private static int ReportsIn(TestDatabase database)
    {
        if (!File.Exists(database.File))
            return 0;

        try
        {
            using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM reports";
            return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            // The tables are not made yet.
            return 0;
        }
    }

    private static AttendanceReport ReportOf(string id, int people) => new()
    {
        Id = id,
        ParticipantCount = people,
        Records =
        [
            .. Enumerable.Range(0, people).Select(person => new AttendanceRecord
            {
                EmailAddress = $"{person}@contoso.com",
                Intervals = [new AttendanceInterval { Duration = TimeSpan.FromMinutes(person) }],
            }),
        ],
    };
}
