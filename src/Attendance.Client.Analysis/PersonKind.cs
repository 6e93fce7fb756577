using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>What kind of participant somebody is, as an organizer would say it.</summary>
/// <remarks>Graph does not say whether an Entra user is of the organizer's tenant, so who is from outside by that alone is a
/// <see cref="User"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PersonKind>))]
public enum PersonKind
{
    /// <summary>Graph does not say, as in most answers of v1.0.</summary>
    Unknown,

    /// <summary>Somebody with an account of Entra.</summary>
    User,

    /// <summary>Somebody with an account elsewhere: of another organization that is federated, of Microsoft's consumer services, or of
    /// Azure Communication Services.</summary>
    External,

    /// <summary>Somebody who did not sign in.</summary>
    Guest,

    /// <summary>Somebody on a phone.</summary>
    Phone,

    /// <summary>An application.</summary>
    Application,

    /// <summary>Somebody whose identity is hidden.</summary>
    Hidden,
}
