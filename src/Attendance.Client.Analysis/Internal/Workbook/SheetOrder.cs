namespace Attendance.Client.Analysis.Internal;

/// <summary>Puts what people look for first, and what only programs want last.</summary>
internal static class SheetOrder
{
    private static readonly string[] First =
    [
        "subject", "sessionStartedAt", "sessionEndedAt", "startsAt", "endsAt", "displayName", "firstName", "lastName", "emailAddress",
        "role", "kind", "status", "outcome", "isExpected",
    ];

    private static readonly string[] FirstOfRegister = ["displayName", "emailAddress", "attendedCount", "sessionCount", "share"];

    private static readonly string[] Last =
    [
        "source", "sessionReportId", "reportId", "recordId", "identityId", "registrationId", "attendeeKey", "key",
    ];

    public static List<Column<TRow>> Of<TRow>(IEnumerable<Column<TRow>> columns) => Of(columns, First);

    public static List<Column<RegisterPerson>> OfRegister(IEnumerable<Column<RegisterPerson>> columns) => Of(columns, FirstOfRegister);

    private static List<Column<TRow>> Of<TRow>(IEnumerable<Column<TRow>> columns, string[] first) =>
        [.. columns.OrderBy(column => column.Group is null ? Rank(column.Name, first) : first.Length)];

    private static int Rank(string name, string[] first)
    {
        var at = Array.IndexOf(first, name);
        return at >= 0 ? at : first.Length + 1 + Array.IndexOf(Last, name);
    }
}
