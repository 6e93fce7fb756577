using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>What a note on a file is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamsFileNoteKind>))]
public enum TeamsFileNoteKind
{
    /// <summary>The times are by a clock whose zone is not in the file and was not given, so times are null.</summary>
    TimeZoneUnknown,

    /// <summary>The dates can be read in two orders, and nothing decides, so times are null.</summary>
    DateOrderUnknown,

    /// <summary>The dates can be read in two orders, and one was chosen by how they are written.</summary>
    DateOrderAssumed,

    /// <summary>Dates of one file are written in different orders, or not in the order that was given.</summary>
    DateOrderDiffers,

    /// <summary>A time falls into an hour that the zone's clocks showed twice or not at all.</summary>
    ClockChange,

    /// <summary>Ids of reports, records and users are not in such a file and are null.</summary>
    IdsUnknown,

    /// <summary>A line, or a part of it, could not be read.</summary>
    LineUnreadable,

    /// <summary>The file ends in the middle.</summary>
    Cut,

    /// <summary>The file is not written as Teams writes it: another program saved it.</summary>
    SavedAgain,

    /// <summary>The encoding was guessed, so letters beyond ASCII may be wrong.</summary>
    EncodingAssumed,

    /// <summary>The headings are in a language that is not known, so columns were told by what they hold.</summary>
    LanguageUnknown,

    /// <summary>The file says that more, or fewer, people attended than it names.</summary>
    CountDiffers,

    /// <summary>When the session began or ended is not in the file and is null.</summary>
    SessionTimesUnknown,

    /// <summary>Somebody attended, and the file does not say when.</summary>
    StaysUnknown,

    /// <summary>The stays of somebody are not all in the file, or do not add up to the time it states.</summary>
    StaysIncomplete,

    /// <summary>Somebody was still there when the file was made, or the file does not say when they left.</summary>
    LeaveUnknown,

    /// <summary>Somebody was there before the one who downloaded the file joined, so the stay begins earlier than read, or the file does
    /// not say when they joined.</summary>
    JoinUnknown,

    /// <summary>Two people who have the same name and no address, or one person twice.</summary>
    PeopleAlike,

    /// <summary>A role is in words that are not known, and was kept as it is.</summary>
    RoleUnknown,

    /// <summary>A column, or a table, for which there is no place in a report.</summary>
    NotRead,

    /// <summary>The file records nothing.</summary>
    NothingRecorded,

    /// <summary>Registrations were read by headings of which no real file is known.</summary>
    RegistrationsAssumed,

    /// <summary>A row stands in the file twice, word for word.</summary>
    RowRepeated,
}
