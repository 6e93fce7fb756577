using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Archive.Internal;

/// <summary>One run over all that is in scope.</summary>
internal sealed class Harvest
{
    private readonly Guid _id = Guid.NewGuid();
    private readonly ArchiveDatabase _database;
    private readonly HarvestScope _scope;
    private readonly HarvestTally _tally;
    private readonly HarvestWork _work;
    private readonly bool _isPart;
    private readonly HarvestUnit? _unit;

    /// <param name="archive">Where it is kept.</param>
    /// <param name="client">Asks Graph.</param>
    /// <param name="scope">Whose attendance.</param>
    /// <param name="options">How it reads.</param>
    /// <param name="isPart">Whether it is one of very many, of which those are noted that did something.</param>
    /// <param name="unit">What is read besides what is in scope, or null for nothing.</param>
    public Harvest(
        AttendanceArchive archive, AttendanceClient client, HarvestScope scope, HarvestOptions options, bool isPart = false,
        Func<HarvestWork, HarvestUnit>? unit = null)
    {
        _isPart = isPart;
        _database = archive.Database;
        _scope = scope;
        _tally = new HarvestTally(options.Progress);
        _work = new HarvestWork(archive, client, options, _tally, _database.TimeProvider.GetUtcNow());
        _unit = unit?.Invoke(_work);
        if (options.From >= _work.StartedAt)
        {
            throw new ArgumentException(
                $"A harvest reads what is over, and From is {options.From:O}, which is still to come. Pass an earlier time, or none.",
                nameof(options));
        }
    }

    public async Task<HarvestResult> RunAsync(CancellationToken cancellationToken)
    {
        HarvestLog.Began(_database.Logger, _isPart ? LogLevel.Debug : LogLevel.Information, _id);
        if (!_isPart)
            await SaveRunAsync(endedAt: null, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? endedAt = null;
        try
        {
            await RunUnitsAsync(cancellationToken).ConfigureAwait(false);
            endedAt = _database.TimeProvider.GetUtcNow();
        }
        finally
        {
            // A harvest that was cut short has no end, and keeps what it counted.
            if (!_isPart || _tally.HasNews)
                await SaveRunAsync(endedAt, CancellationToken.None).ConfigureAwait(false);
        }

        var result = _tally.ToResult(_id, _work.StartedAt, endedAt);
        HarvestLog.Ended(
            _database.Logger, _isPart && !_tally.HasNews ? LogLevel.Debug : LogLevel.Information, _id, result.Organizers,
            result.VirtualEvents, result.ReportsFound, result.ReportsAdded, result.ReportsReplaced, result.OccurrencesMissing,
            result.Failures);
        return result;
    }

    private async Task RunUnitsAsync(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _work.Options.MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        var units = Units(cancellationToken);
        if (_isPart)
        {
            // Whoever planned it sees to it that nobody else does the same.
            await Parallel.ForEachAsync(units, parallel, RunAsync).ConfigureAwait(false);
            return;
        }

        var leases = new Leases(_database, _id);
        await using (leases.ConfigureAwait(false))
        {
            await RunUnitsAsync(units, leases, parallel).ConfigureAwait(false);
        }
    }

    private async Task RunUnitsAsync(IAsyncEnumerable<HarvestUnit> units, Leases leases, ParallelOptions parallel)
    {
        var busy = new List<(HarvestUnit Unit, DateTimeOffset FreeAt)>();
        await Parallel.ForEachAsync(units, parallel, TryAsync).ConfigureAwait(false);
        while (busy.Count > 0)
        {
            // Whoever has the rest finishes it, or is dead by then.
            var (again, freeAt) = (busy.Select(static one => one.Unit).ToList(), busy.Min(static one => one.FreeAt));
            var wait = freeAt - _database.TimeProvider.GetUtcNow();
            busy.Clear();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _database.TimeProvider, parallel.CancellationToken).ConfigureAwait(false);
            await Parallel.ForEachAsync(again, parallel, TryAsync).ConfigureAwait(false);
        }

        async ValueTask TryAsync(HarvestUnit unit, CancellationToken stop)
        {
            if (await leases.TryTakeAsync(unit.Name, stop).ConfigureAwait(false) is { } freeAt)
            {
                lock (busy)
                    busy.Add((unit, freeAt));
                return;
            }

            try
            {
                if (await unit.IsDoneAsync(stop).ConfigureAwait(false))
                    unit.Count(_tally);
                else
                    await RunAsync(unit, stop).ConfigureAwait(false);
            }
            finally
            {
                await leases.ReleaseAsync(unit.Name).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask RunAsync(HarvestUnit unit, CancellationToken cancellationToken)
    {
        await unit.RunAsync(cancellationToken).ConfigureAwait(false);
        unit.Count(_tally);
    }

    private async IAsyncEnumerable<HarvestUnit> Units([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_unit is not null)
            yield return _unit;

        foreach (var source in _scope.Sources.Distinct())
            yield return HarvestUnit.Of(_work, source);

        // The same organizer may come from more than one list.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (_scope.Organizers is { } organizers)
        {
            await foreach (var organizer in organizers.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (seen.Add(organizer.ToString()))
                    yield return HarvestUnit.Of(_work, organizer);
            }
        }

        foreach (var meeting in _scope.Meetings.Distinct())
            yield return HarvestUnit.Of(_work, meeting);

        foreach (var one in _scope.Events)
        {
            if (seen.Add($"{one.Kind}/{one.Id}"))
                yield return HarvestUnit.Of(_work, one);
        }

        var lists = new List<(VirtualEventKind Kind, Organizer? Organizer, IAsyncEnumerable<VirtualEvent> Events)>();
        if (_scope.Webinars)
            lists.Add((VirtualEventKind.Webinar, null, _work.Client.GetWebinarsAsync(cancellationToken)));
        if (_scope.Townhalls)
            lists.Add((VirtualEventKind.Townhall, null, _work.Client.GetTownhallsAsync(cancellationToken)));
        foreach (var user in _scope.EventOrganizers.Distinct())
        {
            lists.Add((VirtualEventKind.Webinar, user, _work.Client.GetWebinarsAsync(user, cancellationToken: cancellationToken)));
            lists.Add((VirtualEventKind.Townhall, user, _work.Client.GetTownhallsAsync(user, cancellationToken: cancellationToken)));
        }

        foreach (var (kind, organizer, events) in lists)
        {
            foreach (var virtualEvent in await ListAsync(kind, organizer, events, cancellationToken).ConfigureAwait(false))
            {
                if (virtualEvent.Id is not null && seen.Add($"{kind}/{virtualEvent.Id}"))
                    yield return HarvestUnit.Of(_work, virtualEvent);
            }
        }
    }

    private async Task<IReadOnlyList<VirtualEvent>> ListAsync(
        VirtualEventKind kind, Organizer? organizer, IAsyncEnumerable<VirtualEvent> events, CancellationToken cancellationToken)
    {
        var task = HarvestTask.Events(kind, organizer);
        if (!await _work.Failures.IsDueAsync(task, _work, cancellationToken).ConfigureAwait(false))
            return [];

        IReadOnlyList<VirtualEvent> list = [];
        await _work.Failures.TryAsync(
            task, async () => list = await events.ToListAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        return list;
    }

    private Task<bool> SaveRunAsync(DateTimeOffset? endedAt, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            var row = await context.HarvestRuns.FirstOrDefaultAsync(one => one.Id == _id, cancellationToken).ConfigureAwait(false);
            if (row is null)
            {
                context.HarvestRuns.Add(
                    row = new HarvestRunRow { Id = _id, Machine = Environment.MachineName, StartedAt = _work.StartedAt });
            }

            var result = _tally.ToResult(_id, _work.StartedAt, endedAt);
            row.EndedAt = endedAt;
            row.Organizers = result.Organizers;
            row.VirtualEvents = result.VirtualEvents;
            row.Occurrences = result.Occurrences;
            row.ReportsFound = result.ReportsFound;
            row.ReportsAdded = result.ReportsAdded;
            row.ReportsReplaced = result.ReportsReplaced;
            row.OccurrencesMissing = result.OccurrencesMissing;
            row.Failures = result.Failures;
            return true;
        },
        cancellationToken);
}
