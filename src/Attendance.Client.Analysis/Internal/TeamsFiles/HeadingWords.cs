namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>The words of headings in the languages of which real files, or readers of them, are known.</summary>
/// <remarks>Files in other languages are read by the shape of what they hold. A guessed word would only hide that it was guessed.</remarks>
internal static class HeadingWords
{
    private static readonly (Heading Heading, string Language, string Words)[] Columns =
    [
        (Heading.Name, "en", "full name|name"),
        (Heading.Name, "pt", "nome completo|nome"),
        (Heading.Name, "pl", "imię i nazwisko"),
        (Heading.Name, "cs", "celé jméno"),
        (Heading.Name, "fr", "nom complet"),
        (Heading.Name, "ja", "名前"),
        (Heading.Action, "en", "user action|action"),
        (Heading.Action, "pt", "atividade"),
        (Heading.Time, "en", "timestamp|utc event timestamp"),
        (Heading.Time, "pt", "data e hora"),
        (Heading.Time, "pl", "znacznik czasu"),
        (Heading.Join, "en", "join time|first join"),
        (Heading.Join, "fr", "heure d'arrivée"),
        (Heading.Join, "pl", "godzina dołączenia|pierwsze dołączenie"),
        (Heading.Join, "pt", "horário de entrada|primeira entrada"),
        (Heading.Join, "ja", "参加時刻|初めての参加"),
        (Heading.Join, "es", "primera entrada"),
        (Heading.Leave, "en", "leave time|last leave"),
        (Heading.Leave, "fr", "heure de départ"),
        (Heading.Leave, "pl", "godzina opuszczenia|ostatnie wyjście"),
        (Heading.Leave, "pt", "horário de saída|última saída"),
        (Heading.Leave, "ja", "退出時刻|最終退出"),
        (Heading.Duration, "en", "duration|in-meeting duration"),
        (Heading.Duration, "fr", "durée"),
        (Heading.Duration, "pl", "czas trwania|czas udziału w spotkaniu"),
        (Heading.Duration, "pt", "duração|duração da reunião"),
        (Heading.Duration, "ja", "期間|会議の長さ"),
        (Heading.Duration, "es", "duración de la reunión"),
        (Heading.Email, "en", "email|email address"),
        (Heading.Email, "pt", "email"),
        (Heading.Email, "fr", "e-mail"),
        (Heading.Email, "pl", "adres e-mail"),
        (Heading.Email, "ja", "メール"),
        (Heading.Role, "en", "role"),
        (Heading.Role, "fr", "rôle"),
        (Heading.Role, "pl", "rola"),
        (Heading.Role, "pt", "função"),
        (Heading.Role, "ja", "役割"),
        (Heading.UserPrincipalName, "en", "participant id (upn)"),
        (Heading.UserPrincipalName, "pl", "identyfikator uczestnika (upn)"),
        (Heading.UserPrincipalName, "pt", "id do participante (upn)"),
        (Heading.UserPrincipalName, "es", "id. de participante (upn)"),
        (Heading.UserPrincipalName, "ja", "参加者 id (upn)"),
        (Heading.SessionId, "en", "session id"),
        (Heading.ParticipantId, "en", "participant id"),
        (Heading.UserAgent, "en", "useragent|user agent"),
        (Heading.FirstName, "en", "first name"),
        (Heading.LastName, "en", "last name"),
        (Heading.RegisteredAt, "en", "registration time|registration date|registered on"),
        (Heading.RegistrationStatus, "en", "registration status"),
    ];

    private static readonly (SummaryLabel Label, string Language, string Words)[] Labels =
    [
        (SummaryLabel.Beginning, "en", "meeting summary"),
        (SummaryLabel.Beginning, "fr", "résumé de la réunion|* résumé de la réunion|*résumé de la réunion"),
        (SummaryLabel.Beginning, "pl", "podsumowanie spotkania"),
        (SummaryLabel.Title, "en", "meeting title"),
        (SummaryLabel.Title, "fr", "titre de la réunion"),
        (SummaryLabel.Title, "pl", "tytuł spotkania"),
        (SummaryLabel.Title, "pt", "título da reunião"),
        (SummaryLabel.Title, "ja", "会議のタイトル"),
        (SummaryLabel.Attended, "en", "total number of participants|attended participants"),
        (SummaryLabel.Attended, "fr", "nombre total de participants"),
        (SummaryLabel.Attended, "pl", "łączna liczba uczestników|liczba uczestniczących"),
        (SummaryLabel.Attended, "pt", "número total de participantes|participantes atendidos"),
        (SummaryLabel.Attended, "ja", "出席済み参加者"),
        (SummaryLabel.Start, "en", "meeting start time|start time"),
        (SummaryLabel.Start, "fr", "heure de début de la réunion"),
        (SummaryLabel.Start, "pl", "godzina rozpoczęcia spotkania|godzina rozpoczęcia"),
        (SummaryLabel.Start, "pt", "hora de início da reunião|hora de início"),
        (SummaryLabel.Start, "tr", "başlangıç saati"),
        (SummaryLabel.Start, "ja", "開始時刻"),
        (SummaryLabel.End, "en", "meeting end time|end time"),
        (SummaryLabel.End, "fr", "heure de fin"),
        (SummaryLabel.End, "pl", "godzina zakończenia spotkania|godzina zakończenia"),
        (SummaryLabel.End, "pt", "hora de término da reunião|hora de término"),
        (SummaryLabel.End, "tr", "bitiş saati"),
        (SummaryLabel.End, "ja", "終了時刻"),
        (SummaryLabel.Duration, "en", "meeting duration"),
        (SummaryLabel.Duration, "pl", "czas trwania spotkania"),
        (SummaryLabel.Duration, "pt", "duração da reunião"),
        (SummaryLabel.Duration, "tr", "toplantı süresi"),
        (SummaryLabel.Duration, "ja", "会議の長さ"),
        (SummaryLabel.Average, "en", "average attendance time"),
        (SummaryLabel.Average, "pl", "średni czas uczestnictwa"),
        (SummaryLabel.Average, "pt", "tempo médio de participação"),
        (SummaryLabel.Average, "ja", "出席時間の平均"),
        (SummaryLabel.MeetingId, "en", "meeting id"),
        (SummaryLabel.MeetingId, "pl", "identyfikator spotkania"),
        (SummaryLabel.MeetingId, "pt", "id da reunião"),
    ];

    private static readonly (string Language, string Words)[] Sections =
    [
        ("en", "summary|participants|in-meeting activities|meeting engagement"),
        ("pl", "podsumowanie|uczestnicy|działania podczas spotkania"),
        ("ja", "要約|参加者|会議中のアクティビティ"),
        ("pt", "resumo|participantes|atividades em reunião|compromisso da reunião"),
        ("tr", "özet|katılımcılar|toplantı i̇çi etkinlikler|toplantı içi etkinlikler"),
    ];

    private static readonly Dictionary<string, AttendeeRole> Roles = new(StringComparer.Ordinal)
    {
        ["organizer"] = AttendeeRole.Organizer,
        ["organizator"] = AttendeeRole.Organizer,
        ["organizador"] = AttendeeRole.Organizer,
        ["organisateur"] = AttendeeRole.Organizer,
        ["düzenleyici"] = AttendeeRole.Organizer,
        ["開催者"] = AttendeeRole.Organizer,
        ["presenter"] = AttendeeRole.Presenter,
        ["osoba prowadząca"] = AttendeeRole.Presenter,
        ["présentateur"] = AttendeeRole.Presenter,
        ["sunucu"] = AttendeeRole.Presenter,
        ["発表者"] = AttendeeRole.Presenter,
        ["attendee"] = AttendeeRole.Attendee,
        ["participante"] = AttendeeRole.Attendee,
    };

    private static readonly Dictionary<string, bool> Joins = new(StringComparer.Ordinal)
    {
        ["joined"] = true,
        ["joined before"] = true,
        ["entrou"] = true,
        ["připojeno"] = true,
        ["left"] = false,
        ["saiu"] = false,
        ["odpojil(a) se"] = false,
    };

    private static readonly Dictionary<string, Heading> ColumnsByWord = ByWord(Columns.Select(static item => (item.Heading, item.Words)));

    private static readonly Dictionary<string, SummaryLabel> LabelsByWord = ByWord(Labels.Select(static item => (item.Label, item.Words)));

    private static readonly Dictionary<string, List<string>> Languages = ByLanguage();

    public static Heading Column(string heading) =>
        ColumnsByWord.TryGetValue(CellText.Key(heading), out var column) ? column : Heading.Unknown;

    public static SummaryLabel Label(string label) =>
        LabelsByWord.TryGetValue(CellText.Key(label), out var known) ? known : SummaryLabel.Unknown;

    /// <summary>A role by its name in any language, or null for one that is not known.</summary>
    public static AttendeeRole? Role(string name) => Roles.TryGetValue(CellText.Key(name), out var role) ? role : null;

    /// <summary>Whether an action is that of joining, or null for one that is not known.</summary>
    public static bool? IsJoin(string action) => Joins.TryGetValue(CellText.Key(action), out var isJoin) ? isJoin : null;

    /// <summary>Whether an action says that somebody was there before the one who downloaded the file.</summary>
    public static bool IsJoinBefore(string action) => CellText.Key(action) == "joined before";

    /// <summary>The language that knows most of the words, if it knows half of them.</summary>
    public static string? Language(IReadOnlyCollection<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!Languages.TryGetValue(CellText.Key(word), out var languages))
                continue;

            foreach (var language in languages)
                counts[language] = counts.TryGetValue(language, out var count) ? count + 1 : 1;
        }

        // A maximum of two alike is of the language whose name comes first, so that it is the same on every run.
        var best = counts.OrderByDescending(static count => count.Value)
            .ThenBy(static count => count.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Key is not null && best.Value * 2 >= words.Count ? best.Key : null;
    }

    /// <summary>How many cells of a text are known words beyond ASCII.</summary>
    public static int CountIn(string text) =>
        text.Split('\t', ';', ',', '"', '\r', '\n').Count(static cell => cell.Any(static letter => letter > 127) && IsKnown(cell));

    private static bool IsKnown(string cell) => Languages.ContainsKey(CellText.Key(cell)) || Roles.ContainsKey(CellText.Key(cell));

    private static Dictionary<string, T> ByWord<T>(IEnumerable<(T Meaning, string Words)> items)
    {
        var meanings = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (meaning, words) in items)
        {
            foreach (var word in words.Split('|'))
                meanings[word] = meaning;
        }

        return meanings;
    }

    private static Dictionary<string, List<string>> ByLanguage()
    {
        var languages = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var all = Columns.Select(static item => (item.Language, item.Words))
            .Concat(Labels.Select(static item => (item.Language, item.Words)))
            .Concat(Sections);
        foreach (var (language, words) in all)
        {
            foreach (var word in words.Split('|'))
            {
                if (!languages.TryGetValue(word, out var known))
                    languages.Add(word, known = new List<string>(1));
                if (!known.Contains(language))
                    known.Add(language);
            }
        }

        return languages;
    }
}
