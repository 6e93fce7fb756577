namespace Attendance.Client.Archive;

/// <summary>What is in an archive, in numbers.</summary>
public sealed record ArchiveOverview
{
    /// <summary>Organizers whose meetings are kept.</summary>
    public int Organizers { get; init; }

    /// <summary>Meetings, without sessions of webinars and town halls.</summary>
    public int Meetings { get; init; }

    /// <summary>Occurrences in calendars.</summary>
    public int Occurrences { get; init; }

    /// <summary>Webinars.</summary>
    public int Webinars { get; init; }

    /// <summary>Town halls.</summary>
    public int Townhalls { get; init; }

    /// <summary>Registrations for webinars and town halls.</summary>
    public int Registrations { get; init; }

    /// <summary>Reports.</summary>
    public int Reports { get; init; }

    /// <summary>Reports whose records are not known.</summary>
    public int ReportsWithoutRecords { get; init; }

    /// <summary>Records of participants.</summary>
    public int Records { get; init; }

    /// <summary>When the earliest session began of which there is a report, or null where there is none.</summary>
    public DateTimeOffset? EarliestStart { get; init; }

    /// <summary>When the latest session ended of which there is a report, or null where there is none.</summary>
    public DateTimeOffset? LatestEnd { get; init; }

    /// <summary>What harvests could not read and try again.</summary>
    public int OpenFailures { get; init; }

    /// <summary>Whether pseudonyms stand for people.</summary>
    public bool IsPseudonymous { get; init; }

    /// <summary>Whether no time is kept of anything that people did.</summary>
    public bool OmitsTimes { get; init; }

    /// <summary>Time before which everything was erased, or null for never.</summary>
    public DateTimeOffset? ErasedBefore { get; init; }

    /// <summary>How many people were forgotten.</summary>
    public int PeopleForgotten { get; init; }
}
