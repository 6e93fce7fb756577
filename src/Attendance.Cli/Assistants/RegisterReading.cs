using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>What a question about many sessions finds.</summary>
/// <param name="Register">The register, or null where there is no session.</param>
internal sealed record RegisterReading(AttendanceRegister? Register);
