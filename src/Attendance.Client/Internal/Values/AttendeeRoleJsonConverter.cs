namespace Attendance.Client.Internal;

/// <summary>Writes a role as its name.</summary>
internal sealed class AttendeeRoleJsonConverter()
    : NamedValueJsonConverter<AttendeeRole>(static name => new AttendeeRole(name), static role => role.Value);
