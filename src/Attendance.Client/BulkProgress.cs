using System.Runtime.InteropServices;

namespace Attendance.Client;

/// <summary>How far the reading of many sources is.</summary>
/// <param name="Completed">Sources with an outcome, failed ones included.</param>
/// <param name="Failed">Sources whose outcome is an error.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BulkProgress(int Completed, int Failed);
