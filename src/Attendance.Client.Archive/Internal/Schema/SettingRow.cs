namespace Attendance.Client.Archive.Internal;

/// <summary>What holds for the whole archive, such as whether people are named in it.</summary>
internal sealed class SettingRow
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
