using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal;

/// <summary>A record of a person.</summary>
/// <param name="Record">The record.</param>
/// <param name="Report">Its report.</param>
/// <param name="Place">The report's place among all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PersonRecord(AttendanceRecord Record, AttendanceReport Report, int Place);
