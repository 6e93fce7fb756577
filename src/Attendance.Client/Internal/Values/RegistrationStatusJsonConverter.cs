namespace Attendance.Client.Internal;

/// <summary>Writes the status of a registration as its name.</summary>
internal sealed class RegistrationStatusJsonConverter()
    : NamedValueJsonConverter<RegistrationStatus>(static name => new RegistrationStatus(name), static status => status.Value);
