using Attendance.Client.Archive;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Archive.Internal;

/// <summary>Says when the host starts that there is no archive, and not when the first report is lost.</summary>
internal sealed class MissingArchiveFault(IServiceProviderIsService services) : IValidateOptions<AttendanceNotificationOptions>
{
    public ValidateOptionsResult Validate(string? name, AttendanceNotificationOptions options) =>
        services.IsService(typeof(AttendanceArchive))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "UseArchive finds no AttendanceArchive among the services. Add one with AddAttendanceArchive or AddAttendanceHarvest.");
}
