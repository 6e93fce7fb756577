namespace Attendance.Client.Testing.Internal;

/// <summary>What is new in the store, found by looking before and after.</summary>
internal sealed class StoreChanges(GraphStore store, object gate)
{
    /// <summary>What the store holds: an entity, or a report, each once.</summary>
    public IReadOnlyDictionary<(string, string, string), object> Take()
    {
        var taken = new Dictionary<(string, string, string), object>();
        lock (gate)
        {
            foreach (var held in store.Events)
            {
                taken[Key(held)] = held.Entity;
                foreach (var session in held.Sessions)
                {
                    taken[($"{Key(held)}", "session", session.Key)] = session.Value;
                    foreach (var report in session.Value.Reports)
                        taken[($"{Key(held)}", $"report {session.Key}", report.Id)] = report;
                }

                foreach (var registration in held.Registrations)
                    taken[($"{Key(held)}", "registration", registration.Key)] = registration.Value;
            }
        }

        return taken;
    }

    /// <summary>What is new since then. A report that takes the place of another is not.</summary>
    public IReadOnlyList<Change> Since(IReadOnlyDictionary<(string, string, string), object> before)
    {
        var changes = new List<Change>();
        lock (gate)
        {
            foreach (var held in store.Events)
            {
                var id = held.Entity.Id;
                if (!before.TryGetValue(Key(held), out var entity))
                    changes.Add(Change.OfEvent(held.Kind, id, held.OrganizerId, isNew: true));
                else if (!ReferenceEquals(entity, held.Entity))
                    changes.Add(Change.OfEvent(held.Kind, id, held.OrganizerId, isNew: false));

                foreach (var session in held.Sessions)
                {
                    if (!before.ContainsKey(($"{Key(held)}", "session", session.Key)))
                        changes.Add(Change.OfSession(held.Kind, id, session.Key));

                    changes.AddRange(session.Value.Reports
                        .Where(report => !before.ContainsKey(($"{Key(held)}", $"report {session.Key}", report.Id)))
                        .Select(report => Change.OfReport(held.Kind, id, session.Key, report.Id)));
                }

                changes.AddRange(held.Registrations.Keys
                    .Where(registration => held.Kind == VirtualEventKind.Webinar
                        && !before.ContainsKey(($"{Key(held)}", "registration", registration)))
                    .Select(registration => Change.OfRegistration(id, registration)));
            }
        }

        return changes;
    }

    private static (string, string, string) Key(StoredEvent held) => (held.Kind.ToString(), "event", held.Entity.Id);
}
