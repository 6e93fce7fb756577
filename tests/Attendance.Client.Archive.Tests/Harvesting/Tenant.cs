using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>A Graph whose meetings are to be harvested, the archive that they go to, and the time that both go by.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    public const string Grace = "Grace Hopper <grace@contoso.com>";
    public const string Ada = "Ada King <ada@contoso.com>";
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private Tenant(TestDatabase database, FakeTimeProvider time, AttendanceArchive archive) =>
        (Database, Time, Archive) = (database, time, archive);

    public FakeGraph Graph { get; } = new();

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; }

    public AttendanceArchive Archive { get; }

    public List<Organizer> Organizers { get; } = [];

    public HarvestScope Scope => HarvestScope.Of(Organizers);

    public AttendanceClient Client => field ??= Graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0 });

    public static async Task<Tenant> StartAsync(DatabaseKind kind, string now)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var time = new FakeTimeProvider(At(now));
        return new Tenant(database, time, await database.OpenAsync(options => options.TimeProvider = time));
    }

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public MeetingData Add(MeetingData meeting)
    {
        Graph.Add(meeting);
        var organizer = ((MeetingSource)meeting.Meeting.Source!).Organizer;
        if (!Organizers.Contains(organizer))
            Organizers.Add(organizer);
        return meeting;
    }

    public Task<HarvestResult> HarvestAsync(HarvestOptions? options = null) => Archive.HarvestAsync(Client, Scope, options);

    /// <summary>All reports of a source with their records.</summary>
    public static async Task<IReadOnlyList<AttendanceReport>> ReadWholeAsync(AttendanceClient client, AttendanceSource source) =>
        (await client.GetReportsAsync([source], new BulkOptions { IncludeRecords = true }).SingleAsync()).GetReports();

    /// <summary>What Graph was asked since the last time.</summary>
    public IReadOnlyList<GraphOperation> Asked()
    {
        var all = Graph.Requests;
        var asked = all.Skip(_asked).Select(request => request.Operation).ToList();
        _asked = all.Count;
        return asked;
    }

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        await Archive.DisposeAsync();
        await Database.DisposeAsync();
    }

    private int _asked;
}
