namespace Attendance.Benchmarks;

/// <summary>How long a contestant took over a workload, and how much memory it allocated where that was measured.</summary>
internal sealed record Measurement(string Workload, string Contestant, double Microseconds, long? Bytes = null);
