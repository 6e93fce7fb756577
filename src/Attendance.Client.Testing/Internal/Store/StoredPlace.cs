namespace Attendance.Client.Testing.Internal;

/// <summary>What reports belong to: a meeting or a session.</summary>
internal sealed class StoredPlace(Stored entity)
{
    private readonly List<StoredReport> _reports = [];

    public Stored Entity { get; set; } = entity;

    /// <summary>The reports, newest first.</summary>
    public IEnumerable<StoredReport> Reports => _reports.OrderByDescending(report => report.EndedAt);

    /// <summary>Adds a report, in place of the one with its id.</summary>
    public void Add(StoredReport report)
    {
        _reports.RemoveAll(held => held.Id == report.Id);
        _reports.Add(report);
    }
}
