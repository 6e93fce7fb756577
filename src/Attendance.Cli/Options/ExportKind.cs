namespace Attendance.Cli;

/// <summary>What a row of an export is.</summary>
internal enum ExportKind
{
    /// <summary>A person.</summary>
    People,

    /// <summary>A stay of a person.</summary>
    Stays,

    /// <summary>A record as Graph sent it.</summary>
    Records,

    /// <summary>A registration, or somebody who came without one.</summary>
    Registrants,
}
