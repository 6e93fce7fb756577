using System.CommandLine;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Reads the reports of many sources, a few at a time. No failure stops the others.</summary>
internal sealed class ManySources(Surroundings surroundings, SourceOptions options)
{
    /// <summary>What <paramref name="read"/> finds of each source, in the order of the lines and each report once, and the lines that
    /// failed.</summary>
    public async Task<(IReadOnlyList<SourceReports> Sources, IReadOnlyList<SourceFailure> Failures)> ReadAsync(
        ParseResult parse,
        IReadOnlyList<SourceLine> lines,
        AttendanceClient client,
        Func<NamedSource, CancellationToken, Task<SourceReports>> read,
        ProgressBar progress,
        CancellationToken cancellationToken)
    {
        var results = new SourceReports?[lines.Count];
        var failures = new SourceFailure?[lines.Count];
        progress.Begin("sources", lines.Count);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = new BulkOptions().MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, lines.Count, parallel, ReadLineAsync).ConfigureAwait(false);

        return (Distinct([.. results.OfType<SourceReports>()]), [.. failures.OfType<SourceFailure>()]);

        async ValueTask ReadLineAsync(int index, CancellationToken stop)
        {
            var line = lines[index];
            try
            {
                var source = await options.ReadLineAsync(parse, line, client, stop).ConfigureAwait(false);
                results[index] = await read(source, stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (SourceFailure.Of(line, exception, parse.CommandResult.Command, stop) is { } failure)
            {
                failures[index] = failure;
            }

            progress.Add(1, failed: failures[index] is not null);
        }
    }

    /// <summary>Tells the user which lines failed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WriteFailuresAsync(IReadOnlyList<SourceFailure> failures)
    {
        foreach (var line in failures.SelectMany(failure => failure.Lines))
            await surroundings.Error.WriteLineAsync(line).ConfigureAwait(false);

        return failures.Count == 0 ? ExitCode.Success : ExitCode.RequestFailed;
    }

    // Lines may name one source, as a path and as a link, or lead to one report, as a meeting and as that report of it, which shows only
    // once all are read.
    private static List<SourceReports> Distinct(IReadOnlyList<SourceReports> sources)
    {
        var kept = new SourceReports?[sources.Count];
        var known = new HashSet<(AttendanceSource Source, string? ReportId)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        // A report is told best by the line that has a subject, whichever comes first.
        foreach (var (index, source) in sources.Index().OrderBy(item => item.Item.Source.Subject is null))
        {
            if (!known.Add((source.Source.Source, source.Source.ReportId)))
                continue;

            AttendanceOccurrence[] occurrences =
            [
                .. source.Occurrences
                    .Select(occurrence => occurrence with
                    {
                        // Two lessons that went on in one call share its report.
                        Reports = [.. occurrence.Reports.Where(report => report.Id is null || !ids.Contains(report.Id))],
                    })
                    .Where(occurrence => occurrence.Reports.Count > 0),
            ];
            ids.UnionWith(occurrences.SelectMany(occurrence => occurrence.Reports).Select(report => report.Id).OfType<string>());
            if (occurrences.Length > 0 || source.Occurrences.Count == 0)
                kept[index] = source with { Occurrences = occurrences };
        }

        return [.. kept.OfType<SourceReports>()];
    }
}
