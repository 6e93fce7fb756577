using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>A time by the clock of a file.</summary>
/// <param name="Time">The time, in no zone.</param>
/// <param name="IsCertain">Whether its date is known; or else the date is one of those that it may be, good for the order of events
/// alone.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocalTime(DateTime Time, bool IsCertain);
