namespace Attendance.Client.Archive.Internal;

/// <summary>Counts what a harvest does, from many threads.</summary>
internal sealed class HarvestTally(IProgress<HarvestProgress>? progress)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MissingReason, int> _missing = [];
    private HarvestProgress _counts;
    private int _occurrences;

    /// <summary>Whether anything was kept, or failed.</summary>
    public bool HasNews
    {
        get
        {
            lock (_lock)
                return _counts is not { ReportsAdded: 0, ReportsReplaced: 0, Failures: 0 };
        }
    }

    public void AddOrganizer()
    {
        HarvestMetrics.AddOrganizer();
        Count(static counts => counts with { Organizers = counts.Organizers + 1 }, isStep: true);
    }

    public void AddVirtualEvent()
    {
        HarvestMetrics.AddVirtualEvent();
        Count(static counts => counts with { VirtualEvents = counts.VirtualEvents + 1 }, isStep: true);
    }

    public void AddFailure(HarvestStep step, string reason)
    {
        HarvestMetrics.AddFailure(step, reason);
        Count(static counts => counts with { Failures = counts.Failures + 1 });
    }

    public void AddFound(int reports) => Count(counts => counts with { ReportsFound = counts.ReportsFound + reports });

    public void Add(ArchiveChange change)
    {
        HarvestMetrics.Add(change);
        Count(counts => change switch
        {
            ArchiveChange.Added => counts with { ReportsAdded = counts.ReportsAdded + 1 },
            ArchiveChange.Replaced => counts with { ReportsReplaced = counts.ReportsReplaced + 1 },
            _ => counts,
        });
    }

    /// <summary>Counts an occurrence that is over, with the reason why it has no report, if any.</summary>
    public void AddOccurrence(MissingReason? missing)
    {
        lock (_lock)
        {
            _occurrences++;
            if (missing is { } reason)
                _missing[reason] = _missing.GetValueOrDefault(reason) + 1;
        }
    }

    public HarvestResult ToResult(Guid runId, DateTimeOffset startedAt, DateTimeOffset? endedAt)
    {
        lock (_lock)
        {
            return new HarvestResult
            {
                RunId = runId,
                StartedAt = startedAt,
                EndedAt = endedAt,
                Organizers = _counts.Organizers,
                VirtualEvents = _counts.VirtualEvents,
                Occurrences = _occurrences,
                ReportsFound = _counts.ReportsFound,
                ReportsAdded = _counts.ReportsAdded,
                ReportsReplaced = _counts.ReportsReplaced,
                OccurrencesMissing = _missing.Values.Sum(),
                Missing = new Dictionary<MissingReason, int>(_missing),
                Failures = _counts.Failures,
            };
        }
    }

    private void Count(Func<HarvestProgress, HarvestProgress> change, bool isStep = false)
    {
        HarvestProgress counts;
        lock (_lock)
            counts = _counts = change(_counts);
        if (isStep)
            progress?.Report(counts);
    }
}
