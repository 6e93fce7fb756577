namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Reads registrations for a webinar.</summary>
internal static class RegistrationRows
{
    public static IEnumerable<Registration> Read(FileTable table, TableReader reader, FileClock clock)
    {
        var questions = table.Kind == TableKind.Registrations ? table.Columns.Others.ToList() : [];
        foreach (var row in table.Rows)
        {
            if (!reader.IsReadable(row))
                continue;

            var (status, at) = (reader.Text(row, Heading.RegistrationStatus), reader.Text(row, Heading.RegisteredAt));
            if (table.Kind != TableKind.Registrations && status is null && at is null)
                continue;

            yield return new Registration
            {
                FirstName = reader.Text(row, Heading.FirstName) ?? reader.Text(row, Heading.Name),
                LastName = reader.Text(row, Heading.LastName),
                Email = reader.Text(row, Heading.Email),
                Status = status is null ? null : StatusOf(status),
                RegisteredAt = clock.Time(reader.Time(row, Heading.RegisteredAt)),
                Answers = [.. questions.Where(question => row[question.Column].Length > 0).Select(question => new RegistrationAnswer
                {
                    DisplayName = question.Heading,
                    Value = row[question.Column],
                })],
            };
        }
    }

    private static RegistrationStatus StatusOf(string text) => CellText.Key(text) switch
    {
        "cancelled" => RegistrationStatus.Canceled,
        "waitlist" or "on waitlist" => RegistrationStatus.Waitlisted,
        "pending" or "pending approval" => RegistrationStatus.PendingApproval,
        "rejected" => RegistrationStatus.RejectedByOrganizer,
        _ => new RegistrationStatus(text),
    };
}
