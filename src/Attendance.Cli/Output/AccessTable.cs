using System.Globalization;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>What stands between a user and a report: a table of what was seen, and below it what mends it, to be copied.</summary>
internal static class AccessTable
{
    public static void Write(Screen screen, AccessDiagnosis diagnosis)
    {
        var table = new DataTable().Column("Step").Column("Outcome").FlexibleColumn("Detail");
        foreach (var step in diagnosis.Steps)
            table.Row(NameOf(step.Kind), step.Outcome.ToString().ToLowerInvariant(), CellText.Of(step.Detail));
        screen.Render(table);

        // What was not reached for something else says nothing of its own.
        var missing = diagnosis.Steps.Where(step => step.Outcome is AccessOutcome.Missing).ToList();
        var toMend = missing.Count > 0 ? missing : [.. diagnosis.Steps.Where(step => step.Outcome is AccessOutcome.Unknown)];
        foreach (var (index, step) in toMend.Where(step => step.Remedy is not null).Index())
        {
            var lines = step.Remedy!.Split('\n');
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {NameOf(step.Kind)}: {lines[0]}"));
            foreach (var line in lines[1..])
                screen.Line($"     {line}");
        }

        if (toMend.Count == 0)
            screen.Line("Nothing stands in the way.");
    }

    private static string NameOf(AccessStepKind kind) => kind switch
    {
        AccessStepKind.SignIn => "Sign-in",
        AccessStepKind.AccessPolicy => "Access policy",
        _ => kind.ToString(),
    };
}
