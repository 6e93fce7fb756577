using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis;

/// <summary>A time from which on so many people were there.</summary>
/// <param name="At">The time, in UTC.</param>
/// <param name="Count">Number of people from then on, until the next change.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeadCountChange(DateTimeOffset At, int Count);
