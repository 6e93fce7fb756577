namespace Attendance.Cli;

/// <summary>What the options ask to have summed up.</summary>
/// <param name="Sources">What was read, in the order in which it was asked for.</param>
/// <param name="Failures">What could not be read.</param>
/// <param name="RangeName">From when to when sessions were wanted, or null for any time.</param>
internal sealed record SummaryResult(IReadOnlyList<SourceSessions> Sources, IReadOnlyList<SourceFailure> Failures, string? RangeName)
{
    /// <summary>The sessions of all sources.</summary>
    public IReadOnlyList<SessionSummary> Sessions { get; } = [.. Sources.SelectMany(source => source.Sessions)];

    /// <summary>Whether nothing was to be read, as a pipe was empty.</summary>
    public bool NamesNothing => Sources.Count == 0 && Failures.Count == 0;

    /// <summary>Number of sessions without registrations: of meetings, and of town halls whose own Graph does not serve.</summary>
    public int WithoutRegistrationsCount => Sessions.Count(session => session.Registrations is null);
}
