using System.Net;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Finds the webinar or town hall of an address that does not say all.</summary>
internal static class EventLookUp
{
    /// <summary>The sessions of an event, and whether it is a webinar or a town hall, which the address of its page does not say.</summary>
    /// <exception cref="FailureException">Graph finds no such event.</exception>
    public static async Task<(VirtualEventKind Kind, IReadOnlyList<VirtualEventSession> Sessions)> FindAsync(
        AttendanceClient client, string id, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { VirtualEventKind.Webinar, VirtualEventKind.Townhall })
        {
            try
            {
                var sessions = await client.GetSessionsAsync(kind, id, cancellationToken).ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                return (kind, sessions);
            }
            catch (AttendanceRequestException refused) when (refused.Status is HttpStatusCode.NotFound)
            {
                // It may be of the other kind.
            }
        }

        throw new FailureException(
            $"Graph finds neither a webinar nor a town hall {CellText.Of(id)}.",
            "Check the address. attendance webinars and attendance townhalls list what there is.");
    }

    /// <summary>The session that is asked for, or else the only one.</summary>
    /// <param name="client">Asks Graph.</param>
    /// <param name="id">Id of the webinar or town hall.</param>
    /// <param name="kind">Which of these it is, or null where nobody knows.</param>
    /// <param name="sessionId">Id of the session, or null where none is asked for.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="UsageException">There are several sessions, and none is asked for.</exception>
    /// <exception cref="FailureException">Graph finds no such session.</exception>
    public static async Task<VirtualEventSession> FindSessionAsync(
        AttendanceClient client, string id, VirtualEventKind? kind, string? sessionId, CancellationToken cancellationToken)
    {
        var (found, all) = kind is { } known
            ? (known, await client.GetSessionsAsync(known, id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
            : await FindAsync(client, id, cancellationToken).ConfigureAwait(false);
        var sessions = all.Where(session => session.Source is not null && (sessionId is null || session.Id == sessionId)).ToList();
        var name = $"the {CellText.Of(found)} {CellText.Of(id)}";
        if (sessions.Count == 0)
        {
            throw new FailureException(
                $"Graph lists no session {(sessionId is null ? "" : $"{CellText.Of(sessionId)} ")}of {name}.",
                "It has none before it is published. attendance sessions lists them.");
        }

        return sessions.Count == 1
            ? sessions[0]
            : throw new UsageException(
                $"There are {CellText.Sessions(sessions.Count)} of {name}, each with reports of its own. Pass --session with one of " +
                $"{string.Join(", ", sessions.Select(session => CellText.Of(session.Id)))}.");
    }
}
