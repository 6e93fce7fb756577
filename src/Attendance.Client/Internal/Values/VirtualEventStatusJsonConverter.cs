namespace Attendance.Client.Internal;

/// <summary>Writes the status of a webinar or town hall as its name.</summary>
internal sealed class VirtualEventStatusJsonConverter()
    : NamedValueJsonConverter<VirtualEventStatus>(static name => new VirtualEventStatus(name), static status => status.Value);
