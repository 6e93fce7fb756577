namespace Attendance.Client.Analysis.Internal;

/// <summary>One person of a register, as JSON has it.</summary>
internal sealed record PersonFigures(
    string? Key,
    string? DisplayName,
    string? EmailAddress,
    string? Role,
    PersonKind? Kind,
    bool? IsExpected,
    ExpectedMatch? MatchedBy,
    AttendeeIdentity? Identity,
    ExpectedPerson? Expected,
    IReadOnlyList<ExpectedPerson> Suggestions,
    TotalFigures Total,
    IReadOnlyList<CellFigures> Cells)
{
    public static PersonFigures Of(RegisterPerson person, bool anyExpected) => new(
        person.Key,
        person.DisplayName,
        person.EmailAddress,
        person.Role?.Value,
        PersonKinds.Of(person.Identity),
        anyExpected ? person.Expected is not null : null,
        person.MatchedBy,
        person.Identity,
        person.Expected,
        person.Suggestions,
        TotalFigures.Of(person.Total),
        [.. person.Cells.Select(CellFigures.Of)]);
}
