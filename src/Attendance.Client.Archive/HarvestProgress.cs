using System.Runtime.InteropServices;

namespace Attendance.Client.Archive;

/// <summary>How far a harvest is.</summary>
/// <param name="Organizers">Organizers and meetings that are done.</param>
/// <param name="VirtualEvents">Webinars and town halls that are done.</param>
/// <param name="ReportsFound">Reports that Graph listed.</param>
/// <param name="ReportsAdded">Reports that are new in the archive.</param>
/// <param name="ReportsReplaced">Reports that had grown or changed.</param>
/// <param name="Failures">What could not be read, and is tried again later.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HarvestProgress(
    int Organizers, int VirtualEvents, int ReportsFound, int ReportsAdded, int ReportsReplaced, int Failures);
