namespace Attendance.Client.Archive.Internal;

/// <summary>A hash by which somebody who was forgotten stays so.</summary>
internal sealed class ForgottenRow
{
    public required string Hash { get; set; }

    public DateTimeOffset ForgottenAt { get; set; }
}
