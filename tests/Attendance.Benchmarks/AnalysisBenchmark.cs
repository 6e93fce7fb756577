using System.Globalization;
using Attendance.Client;
using Attendance.Client.Analysis;
using BenchmarkDotNet.Attributes;

namespace Attendance.Benchmarks;

/// <summary>Figures out of many records in memory, and what is made of them: one in ten a second device, one in a hundred without times,
/// two stays each.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmark
{
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 4, 0, 0, TimeSpan.Zero);

    private AttendanceReport[] _reports = [];
    private Registration[] _registrations = [];
    private AttendanceSummary _summary = new();

    [Params(1_000, 10_000, 100_000)]
    public int Records { get; set; }

    [Params(1, 50)]
    public int Reports { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _reports = [.. Enumerable.Range(0, Reports).Select(Report)];
        _registrations = [.. Enumerable.Range(0, Records).Select(number => new Registration
        {
            Id = number % 2 == 0 ? RegistrationId(number) : null,
            Email = Address(number),
            Status = number % 10 == 3 ? RegistrationStatus.Canceled : RegistrationStatus.Registered,
        })];
        _summary = AttendanceSummary.Of(_reports);
    }

    [Benchmark]
    public AttendanceSummary Summary() => AttendanceSummary.Of(_reports);

    [Benchmark]
    public RegistrationSummary Registrations() => RegistrationSummary.Of(_registrations, _summary);

    [Benchmark]
    public Task Csv() => AttendanceExport.WriteCsvAsync(PersonRow.Of(_summary), Stream.Null);

    [Benchmark]
    public Task Workbook() => AttendanceWorkbook.WriteRowsAsync(StayRow.Of(_summary), Stream.Null);

    [Benchmark]
    public Task Json() => AttendanceExport.WriteJsonAsync(_summary, Stream.Null);

    [Benchmark]
    public string Page() => AttendanceChart.Page(_summary);

    private AttendanceReport Report(int day) => new()
    {
        Id = day.ToString(CultureInfo.InvariantCulture),
        StartedAt = Start.AddDays(day),
        EndedAt = Start.AddDays(day).AddHours(1),
        Records = [.. Enumerable.Range(0, Records / Reports).Select(number => Record(number, Start.AddDays(day)))],
    };

    private static AttendanceRecord Record(int number, DateTimeOffset start)
    {
        var person = number % 10 == 9 ? number - 1 : number;
        var joined = start.AddSeconds((number * 37 % 1_200) + (number * 0.0001));
        return new AttendanceRecord
        {
            Identity = new AttendeeIdentity
            {
                Id = number % 10 == 9 ? null : new Guid(person, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString(),
                DisplayName = $"Person {person}",
            },
            EmailAddress = Address(person),
            Role = AttendeeRole.Attendee,
            RegistrationId = person % 2 == 0 ? RegistrationId(person) : null,
            TotalAttendance = TimeSpan.FromSeconds(1_800),
            Intervals = number % 100 == 50 ? [] :
            [
                new AttendanceInterval { JoinedAt = joined, LeftAt = joined.AddSeconds(900), Duration = TimeSpan.FromSeconds(900) },
                new AttendanceInterval
                {
                    JoinedAt = joined.AddSeconds(1_100),
                    LeftAt = joined.AddSeconds(2_000),
                    Duration = TimeSpan.FromSeconds(900),
                },
            ],
        };
    }

    private static string Address(int person) => string.Create(CultureInfo.InvariantCulture, $"person.{person}@contoso.com");

    private static string RegistrationId(int person) =>
        string.Create(CultureInfo.InvariantCulture, $"127962bb-84e1-7b62-fd98-{person:d12}");
}
