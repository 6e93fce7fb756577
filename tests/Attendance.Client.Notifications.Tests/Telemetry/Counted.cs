using System.Diagnostics.Metrics;

namespace Attendance.Client.Notifications.Tests.Telemetry;

/// <summary>The meter is one for the process, so no other test may count while one of these does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CountedTests
{
    public const string Name = "What is counted";
}

/// <summary>What the package counts while a test runs, summed up for each instrument and its tags.</summary>
internal sealed class Counted : IDisposable
{
    private static readonly string[] Private =
    [
        Samples.WebinarId, Samples.SessionId, Samples.TenantId, Samples.OrganizerId, Samples.JoinWebUrl, NotifiedApp.ClientState,
        "contoso", "127.0.0.1", "teams.microsoft.com", "Ada",
    ];

    private readonly Dictionary<string, long> _sums = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _instruments = new(StringComparer.Ordinal);
    private readonly Signal _changed = new();
    private readonly MeterListener _listener = new();

    public Counted()
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (!instrument.Name.StartsWith("attendance.client.notif", StringComparison.Ordinal)
                && !instrument.Name.StartsWith("attendance.client.subscription", StringComparison.Ordinal))
                return;

            lock (_sums)
                _instruments.Add($"{instrument.Meter.Name}: {instrument.Name}, {instrument.GetType().Name}, {instrument.Unit}");
            self.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var line = string.Join(' ', [instrument.Name, instrument.Unit, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
            lock (_sums)
                _sums[line] = _sums.GetValueOrDefault(line) + value;
            _changed.Raise();
        });
        _listener.Start();
    }

    /// <summary>The instruments with their meter, kind and unit.</summary>
    public IReadOnlyList<string> Instruments
    {
        get
        {
            lock (_sums)
                return [.. _instruments];
        }
    }

    private IReadOnlyList<string> Lines
    {
        get
        {
            lock (_sums)
                return [.. _sums.Select(sum => $"{sum.Key}: {sum.Value}").Order(StringComparer.Ordinal)];
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Waits until an instrument has counted a number under an outcome, as answers come before they are counted.</summary>
    public Task UntilAsync(string instrument, string outcome, long number)
    {
        return _changed.UntilAsync(() => Sum() >= number);

        long Sum()
        {
            lock (_sums)
            {
                return _sums.Where(sum => sum.Key.StartsWith($"attendance.client.{instrument} ", StringComparison.Ordinal)
                    && sum.Key.EndsWith($"={outcome}", StringComparison.Ordinal)).Sum(sum => sum.Value);
            }
        }
    }

    /// <summary>Checks that this was counted and nothing else, and that nothing of it is anybody's.</summary>
    public void Is(params string[] lines)
    {
        Assert.Equal(lines, Lines);
        Assert.All(Lines, line => Assert.All(Private, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase)));
    }
}
