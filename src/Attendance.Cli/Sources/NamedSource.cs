using Attendance.Client;

namespace Attendance.Cli;

/// <summary>A source as the user names it.</summary>
/// <param name="Source">Where attendance was taken.</param>
/// <param name="Subject">What it is called, or null where nothing has told it.</param>
/// <param name="ReportId">The report alone that is meant, or null for any.</param>
/// <param name="Meeting">The meeting, or null where it was not looked up.</param>
internal sealed record NamedSource(AttendanceSource Source, string? Subject, string? ReportId = null, OnlineMeeting? Meeting = null)
{
    /// <summary>What answers in the place of Graph, or null for Graph.</summary>
    public AttendanceClient? Client { get; init; }

    /// <summary>What the user has to be told of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The source as text, or the name of the file that stands for one.</summary>
    public string Text => FileName ?? Source.ToString();

    /// <summary>Name of the file that it is, or null for a source of Graph.</summary>
    public string? FileName { get; init; }

    /// <summary>What it is called, or else the source.</summary>
    public string ShortName => Subject is null ? Text : CellText.Of(Subject);

    /// <summary>The report that is meant, or else all of the source, without their records.</summary>
    public async Task<IReadOnlyList<AttendanceReport>> ListReportsAsync(AttendanceClient client, CancellationToken cancellationToken) =>
        ReportId is { } id
        ? [await (Client ?? client).GetReportAsync(Source, id, new ODataQuery(), cancellationToken).ConfigureAwait(false)]
        : await (Client ?? client).GetReportsAsync(Source, cancellationToken: cancellationToken).ToListAsync(
            cancellationToken).ConfigureAwait(false);

    /// <summary>Tells the user what has to be told of it.</summary>
    public async Task WriteNotesAsync(TextWriter error)
    {
        foreach (var note in Notes)
            await error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
    }

    /// <summary>Both, for people.</summary>
    public override string ToString() => Subject is null ? Text : $"{CellText.Of(Subject)}, {Text}";
}
