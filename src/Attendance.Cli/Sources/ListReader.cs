using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Reads lists from their first page to their last, and shows on a terminal how much has come.</summary>
internal sealed class ListReader(Surroundings surroundings, ConnectionOptions connection)
{
    /// <summary>All items of a list.</summary>
    /// <param name="parse">Says how to connect.</param>
    /// <param name="what">What the items are.</param>
    /// <param name="list">Asks for them.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public Task<List<T>> ReadAsync<T>(
        ParseResult parse, string what, Func<AttendanceClient, IAsyncEnumerable<T>> list, CancellationToken cancellationToken) =>
        connection.UseClientAsync(parse, surroundings, async (client, status) =>
        {
            var progress = new ProgressBar(surroundings.IsErrorTerminal ? status : null);
            progress.Begin(what, total: null);
            var items = new List<T>();
            await foreach (var item in list(client).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
                progress.Add(1);
            }

            return items;
        });
}
