using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>How a program writes dates and times.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockStyle(
    char Separator, bool BeginsWithYear, bool EndsWithYear, bool HasMarker, bool HasSeconds, bool HasComma);
