namespace Attendance.Client.Analysis.Internal;

/// <summary>A column for each question that registrants answered.</summary>
internal static class AnswerColumns
{
    public const string Group = "answers";

    /// <summary>The columns, in the order in which the questions come up, with names that differ from the others.</summary>
    public static IEnumerable<Column<RegistrantRow>> Of(IEnumerable<RegistrantRow> rows, IEnumerable<string> otherNames)
    {
        var names = new DistinctNames(otherNames);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in rows.SelectMany(static row => row.Answers))
        {
            var key = KeyOf(answer);
            if (!keys.Add(key))
                continue;

            var name = names.Next(PersonKeys.Text(answer.DisplayName) ?? PersonKeys.Text(answer.QuestionId) ?? Group);
            yield return new Column<RegistrantRow>(name, CellKind.Text, row => ValueOf(row, key)) { Group = Group };
        }
    }

    // Questions are told apart by their ids, and by their texts where Graph sends none.
    private static string KeyOf(RegistrationAnswer answer) =>
        PersonKeys.Text(answer.QuestionId) is { } id ? $"id:{id}" : $"name:{answer.DisplayName}";

    // Yes and no are what they are unless they stand beside another answer.
    private static object? ValueOf(RegistrantRow row, string key)
    {
        object? value = null;
        foreach (var answer in row.Answers)
        {
            if (KeyOf(answer) == key && ValueOf(answer) is { } more)
                value = value is null ? more : $"{TextOf(value)}; {TextOf(more)}";
        }

        return value;
    }

    private static object? ValueOf(RegistrationAnswer answer) =>
        answer.Value ?? (object?)answer.BooleanValue ?? (answer.Choices.Count > 0 ? string.Join("; ", answer.Choices) : null);

    private static string TextOf(object value) => value is bool flag ? (flag ? "true" : "false") : (string)value;
}
