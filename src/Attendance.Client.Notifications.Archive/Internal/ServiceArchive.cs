using Attendance.Client.Archive;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Notifications.Archive.Internal;

/// <summary>The archive among the services, which is opened when it is first used: a server that is away then is tried again, and keeps no
/// application from starting.</summary>
internal sealed class ServiceArchive(IServiceProvider services)
{
    public AttendanceArchive Archive => services.GetRequiredService<AttendanceArchive>();
}
