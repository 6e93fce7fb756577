using System.CommandLine;

namespace Attendance.Cli;

/// <summary>What the help of each command ends with: two command lines to begin with.</summary>
internal static class CommandExamples
{
    private const string Webinar = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string Page = $"https://events.teams.microsoft.com/event/{Webinar}";

    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        ["demo"] = ["attendance demo", "attendance demo --output first-look.html"],
        ["login"] =
        [
            "attendance login --tenant contoso.com --client-id 11111111-2222-3333-4444-555555555555",
            "attendance login --profile nightly --auth certificate --certificate app.pem --tenant contoso.com " +
            "--client-id 11111111-2222-3333-4444-555555555555",
        ],
        ["logout"] = ["attendance logout", "attendance logout --all"],
        ["whoami"] = ["attendance whoami", "attendance whoami --profile nightly --json"],
        ["check"] =
        [
            "attendance check --demo \"238 420 318 127\"",
            "attendance check --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --json",
        ],
        ["harvest"] =
        [
            "attendance harvest --demo --archive attendance.db --webinars --townhalls",
            "attendance harvest --archive attendance.db --users organizers.txt --every 6h --auth managed",
        ],
        ["find"] =
        [
            "attendance find --demo \"238 420 318 127\"",
            "attendance find \"238 420 318 127\" --auth browser --client-id 11111111-2222-3333-4444-555555555555",
        ],
        ["calendar"] =
        [
            "attendance calendar --demo --from 2021-10",
            "attendance calendar --from \"last month\" --lines",
        ],
        ["webinars"] = ["attendance webinars --demo", "attendance webinars --role organizer --from \"last month\" --lines"],
        ["townhalls"] = ["attendance townhalls --demo", "attendance townhalls --from \"this year\""],
        ["sessions"] = [$"attendance sessions --demo {Page}", $"attendance sessions --webinar {Webinar} --lines"],
        ["registrations"] = [$"attendance registrations --demo {Page}", $"attendance registrations --webinar {Webinar} --json"],
        ["reports"] = ["attendance reports --demo \"238 420 318 127\"", "attendance reports \"238 420 318 127\" --time-zone Europe/Berlin"],
        ["show"] = ["attendance show --demo \"238 420 318 127\"", "attendance show \"238 420 318 127\" --stays"],
        ["summary"] =
        [
            "attendance summary --demo \"238 420 318 127\" --late-after 5m",
            "attendance summary \"238 420 318 127\" --from 2021-10",
        ],
        ["register"] =
        [
            "attendance register --demo \"238 420 318 127\" --invited",
            "attendance register --from \"last month\" --roster people.csv --output register.xlsx",
        ],
        ["export"] =
        [
            "attendance export --demo \"238 420 318 127\" --rows stays",
            "attendance export \"238 420 318 127\" --from 2021-10 --output october.csv --bom",
        ],
        ["chart"] =
        [
            "attendance chart --demo \"238 420 318 127\" --output review.html",
            "attendance chart \"238 420 318 127\" --all --kind stays --output stays.svg",
        ],
        ["wait"] =
        [
            "attendance wait --demo \"238 420 318 127\"",
            "attendance wait \"238 420 318 127\" --ended-after 2h --timeout 3h",
        ],
        ["archive"] =
        [
            "attendance archive show --archive attendance.db",
            "attendance archive forget zoe@contoso.com --archive attendance.db --yes",
        ],
        ["archive show"] =
        [
            "attendance archive show --archive attendance.db",
            "attendance archive show --archive \"Host=db;Database=attendance;Username=reader\" --json",
        ],
        ["archive forget"] =
        [
            "attendance archive forget zoe@contoso.com --archive attendance.db --yes",
            "attendance archive forget dc17674c-81d9-4adb-bfb2-8f6a442e4623 --pseudonyms pseudonyms.key --archive attendance.db --yes",
        ],
        ["archive erase"] =
        [
            "attendance archive erase --before 2023 --archive attendance.db --yes",
            "attendance archive erase --before 1095d --archive attendance.db --yes --json",
        ],
        ["subscribe"] =
        [
            $"attendance subscribe --webinar {Webinar} --url https://contoso.com/attendance",
            "attendance subscribe --call-records --url https://contoso.com/attendance --json",
        ],
        ["subscriptions"] = ["attendance subscriptions --demo", "attendance subscriptions --json"],
        ["listen"] =
        [
            $"attendance listen --webinar {Webinar} --url https://my-tunnel.example/attendance --port 5081",
            "attendance listen --call-records --url https://contoso.com/attendance --archive attendance.db",
        ],
        ["serve"] = ["attendance serve --port 0", "attendance serve --print-data"],
        ["mcp"] =
        [
            "attendance mcp --demo",
            "attendance mcp --no-names --time-zone Europe/Berlin",
        ],
        ["completion"] = ["attendance completion bash", "attendance completion powershell"],
        ["help"] = ["attendance help sign-in", "attendance help summary"],
    };

    /// <summary>The examples of a command, none where it has none.</summary>
    public static IReadOnlyList<string> Of(string command) => Lines.GetValueOrDefault(command, []);

    /// <summary>The name of a command as it is typed, behind that of the command it belongs to.</summary>
    public static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;
}
