using Attendance.Client;

namespace Attendance.Cli;

/// <summary>A source and what it is called, which is null where nothing has told it.</summary>
internal sealed record NamedSource(AttendanceSource Source, string? Subject)
{
    /// <summary>What it is called, or else the source.</summary>
    public string ShortName => Subject is null ? Source.ToString() : CellText.Of(Subject);

    /// <summary>Both, for people.</summary>
    public override string ToString() => Subject is null ? Source.ToString() : $"{CellText.Of(Subject)}, {Source}";
}
