using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>What became of a registration, or of somebody who came without.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegistrationOutcome>))]
public enum RegistrationOutcome
{
    /// <summary>Graph sent no status, or one that this version of the library does not know, and the registrant did not come.</summary>
    Unknown,

    /// <summary>The registrant came.</summary>
    Attended,

    /// <summary>The registrant did not come.</summary>
    NoShow,

    /// <summary>Somebody came without a registration.</summary>
    WalkIn,

    /// <summary>An organizer or presenter, who needs no registration, came without one.</summary>
    Host,

    /// <summary>The registration was canceled, and the registrant did not come.</summary>
    Canceled,

    /// <summary>The registration was canceled, and the registrant came all the same.</summary>
    CanceledButAttended,

    /// <summary>The registrant waited for a place or for approval or was refused, as <see cref="Registration.Status"/> says, and did not
    /// come.</summary>
    NotAdmitted,

    /// <summary>The registrant waited for a place or for approval or was refused, as <see cref="Registration.Status"/> says, and came all
    /// the same.</summary>
    NotAdmittedButAttended,
}
