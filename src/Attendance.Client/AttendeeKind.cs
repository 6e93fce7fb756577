using System.Text.Json.Serialization;

namespace Attendance.Client;

/// <summary>Kind of an <see cref="AttendeeIdentity"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttendeeKind>))]
public enum AttendeeKind
{
    /// <summary>Graph sent no type, or one that this version of the library does not know.</summary>
    Unknown,

    /// <summary>An Entra user, <c>communicationsUserIdentity</c>.</summary>
    User,

    /// <summary>An Azure Communication Services user, <c>azureCommunicationServicesUserIdentity</c>.</summary>
    AzureCommunicationServicesUser,

    /// <summary>A guest who did not sign in, <c>communicationsGuestIdentity</c>.</summary>
    Guest,

    /// <summary>Somebody on a phone, <c>communicationsPhoneIdentity</c>.</summary>
    Phone,

    /// <summary>Somebody whose identity is hidden, <c>communicationsEncryptedIdentity</c>.</summary>
    Encrypted,

    /// <summary>An application, <c>communicationsApplicationIdentity</c>.</summary>
    Application,

    /// <summary>An instance of an application, <c>communicationsApplicationInstanceIdentity</c>.</summary>
    ApplicationInstance,

    /// <summary>A Teams user, <c>teamworkUserIdentity</c>; <see cref="AttendeeIdentity.UserIdentityType"/> says which kind.</summary>
    TeamworkUser,
}
