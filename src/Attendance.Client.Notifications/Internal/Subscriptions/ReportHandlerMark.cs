namespace Attendance.Client.Notifications.Internal;

/// <summary>Says that a handler of reports is registered.</summary>
internal sealed class ReportHandlerMark;
