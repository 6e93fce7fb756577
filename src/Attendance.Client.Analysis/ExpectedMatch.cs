using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>By what somebody who came was found among those expected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpectedMatch>))]
public enum ExpectedMatch
{
    /// <summary>The id of the Entra user.</summary>
    Id,

    /// <summary>An e-mail address, as which a user principal name counts.</summary>
    EmailAddress,

    /// <summary>The id of the registration.</summary>
    Registration,

    /// <summary>The name alone, which nobody else has: likely, and not certain.</summary>
    DisplayName,
}
