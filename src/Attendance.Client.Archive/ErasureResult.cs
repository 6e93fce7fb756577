namespace Attendance.Client.Archive;

/// <summary>What was erased from an archive.</summary>
public sealed record ErasureResult
{
    /// <summary>Reports that were erased whole, or from which a person was taken out.</summary>
    public int Reports { get; init; }

    /// <summary>Records of participants, each with its stays and reactions.</summary>
    public int Records { get; init; }

    /// <summary>Invitations to occurrences and meetings, those of who organizes included.</summary>
    public int ExpectedPeople { get; init; }

    /// <summary>Registrations for webinars and town halls, each with its answers.</summary>
    public int Registrations { get; init; }

    /// <summary>Organizers and co-organizers of webinars and town halls.</summary>
    public int Hosts { get; init; }

    /// <summary>Occurrences in calendars.</summary>
    public int Occurrences { get; init; }

    /// <summary>Failures of harvests that were erased, or from whose text a person was taken out.</summary>
    public int Failures { get; init; }

    /// <summary>Runs of harvests.</summary>
    public int Runs { get; init; }

    /// <summary>Whether the person organizes meetings that are kept, or is named in a subscription: their object id stays in the sources
    /// and join links of these meetings and in the subscription's resource, as nothing could be found without it.</summary>
    public bool OrganizerIdStays { get; init; }
}
