using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Does the same with each of many sources, a few at a time. No failure stops the others.</summary>
internal sealed class ManySources(Surroundings surroundings, SourceOptions options)
{
    /// <summary>What <paramref name="read"/> makes of each source, in the order of the lines, and the lines that failed.</summary>
    public async Task<(IReadOnlyList<T> Results, IReadOnlyList<SourceFailure> Failures)> ReadAsync<T>(
        ParseResult parse,
        IReadOnlyList<SourceLine> lines,
        AttendanceClient client,
        Func<NamedSource, CancellationToken, Task<T>> read,
        ProgressBar progress,
        CancellationToken cancellationToken)
    {
        var results = new (NamedSource Source, T Result)?[lines.Count];
        var failures = new SourceFailure?[lines.Count];
        progress.Begin("sources", lines.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = new BulkOptions().MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, lines.Count, parallel, ReadLineAsync).ConfigureAwait(false);

        // Two lines may name one source, as a path and as a link, which shows only once the link is looked up.
        return ([.. results.OfType<(NamedSource Source, T Result)>().DistinctBy(item => (item.Source.Source, item.Source.ReportId)).Select(item => item.Result)], [.. failures.OfType<SourceFailure>()]);

        async ValueTask ReadLineAsync(int index, CancellationToken stop)
        {
            var line = lines[index];
            try
            {
                var source = await options.ReadLineAsync(parse, line, client, stop).ConfigureAwait(false);
                results[index] = (source, await read(source, stop).ConfigureAwait(false));
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
}
