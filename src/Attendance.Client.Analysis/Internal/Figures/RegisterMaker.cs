namespace Attendance.Client.Analysis.Internal;

/// <summary>Makes a register.</summary>
internal sealed class RegisterMaker
{
    private readonly RegisterOptions _options;
    private readonly List<AttendanceOccurrence> _occurrences;
    private readonly Measure[] _measures;
    private readonly bool[] _isListKnown;

    // Of each report, the place of its occurrence.
    private readonly List<int> _sessions = [];
    private readonly List<AttendanceReport> _reports = [];

    private RegisterMaker(IEnumerable<AttendanceOccurrence> occurrences, RegisterOptions options)
    {
        _options = options;
        _occurrences = InOrder(occurrences);
        _measures = new Measure[_occurrences.Count];
        _isListKnown = new bool[_occurrences.Count];
        for (var session = 0; session < _occurrences.Count; session++)
        {
            var occurrence = _occurrences[session];
            var reports = ReportList.DistinctWithRecords(occurrence.Reports);
            foreach (var report in reports)
            {
                _reports.Add(report);
                _sessions.Add(session);
            }

            _measures[session] = Measure.Of(
                reports, occurrence.Planned is { } plan ? [plan] : null, options.AsRan, options.Thresholds);
            _isListKnown[session] = (options.Expected ?? occurrence.Expected) is not null;
        }
    }

    public static AttendanceRegister Make(IEnumerable<AttendanceOccurrence> occurrences, RegisterOptions options) =>
        new RegisterMaker(occurrences, options).Make();

    private static List<AttendanceOccurrence> InOrder(IEnumerable<AttendanceOccurrence> occurrences) =>
    [
        .. Checked(occurrences).OrderBy(static occurrence =>
                occurrence.Plan?.Start ?? occurrence.Reports.Min(static report => report?.StartedAt) ?? DateTimeOffset.MaxValue),
    ];

    private static IEnumerable<AttendanceOccurrence> Checked(IEnumerable<AttendanceOccurrence> occurrences)
    {
        foreach (var occurrence in occurrences)
        {
            yield return occurrence ?? throw new ArgumentException(
                "An occurrence is null. Leave out what could not be read.", nameof(occurrences));
        }
    }

    private AttendanceRegister Make()
    {
        var expected = new int[_occurrences.Count];
        var attended = new int[_occurrences.Count];
        var people = People.In(_reports, Entries(), place => _sessions[place]);
        var rows = people.ConvertAll(person => RowOf(person, expected, attended));
        return new AttendanceRegister
        {
            Thresholds = _options.Thresholds,
            People = rows,
            Sessions =
            [
                .. _occurrences.Select((occurrence, session) => new RegisterSession
                {
                    Occurrence = occurrence,
                    Windows = _measures[session].Windows is { Windows.Count: > 0 } windows ? windows.Windows : null,
                    Basis = _measures[session].Basis,
                    ExpectedCount = _isListKnown[session] ? expected[session] : null,
                    AttendedCount = occurrence.Reports.Count > 0 ? attended[session] : null,
                }),
            ],
        };
    }

    private IEnumerable<ExpectedEntry> Entries() =>
        _options.Expected is { } roster
            ? ExpectedList.Entries(roster, session: -1, "options")
            : _occurrences.SelectMany(static (occurrence, session) =>
                ExpectedList.Entries(occurrence.Expected ?? [], session, "occurrences"));

    private RegisterPerson RowOf(Person person, int[] expected, int[] attended)
    {
        var cells = new RegisterCell[_occurrences.Count];
        var total = new RegisterTotals();
        var (record, entry) = (0, 0);
        for (var session = 0; session < cells.Length; session++)
        {
            var from = record;
            while (record < person.Records.Count && _sessions[person.Records[record].Place] == session)
                record++;

            var (isListed, isExcused) = (false, false);
            if (_options.Expected is not null)
                (isListed, isExcused) = (person.Entries.Count > 0, person.Expected?.IsExcused == true);
            for (; entry < person.Entries.Count && person.Entries[entry].Session == session; entry++)
                (isListed, isExcused) = (true, isExcused || person.Entries[entry].Person.IsExcused);

            var presence = new Presence(person.Records, from, record, _measures[session].Windows);
            cells[session] = CellOf(session, presence, _isListKnown[session] ? isListed : null, isExcused,
                Person.RoleOf(person.Records, from, record));
            total.Add(cells[session], _measures[session]);
            expected[session] += isListed ? 1 : 0;
            attended[session] += presence.HasAttended ? 1 : 0;
        }

        return new RegisterPerson
        {
            Key = person.Key,
            DisplayName = person.DisplayName,
            EmailAddress = person.EmailAddress,
            Identity = person.Identity,
            Role = person.Role,
            Expected = person.Expected,
            MatchedBy = person.Match,
            Suggestions = person.Suggestions,
            Cells = cells,
            Total = total.ToTotal(),
        };
    }

    private RegisterCell CellOf(int session, Presence presence, bool? isExpected, bool isExcused, AttendeeRole? role)
    {
        var measure = _measures[session];
        var isAgainstPlan = measure.Basis != AttendanceBasis.Unknown;
        return new RegisterCell
        {
            Status = measure.StatusOf(presence, isExpected, isExcused, role),
            IsExpected = isExpected,
            HasAttended = presence.HasAttended ? true : measure.TellsAbsence ? false : null,
            TimePresent = presence.HasAttended || measure.TellsAbsence ? presence.TimePresent : null,
            Share = presence.HasAttended || measure.TellsAbsence ? presence.Share : null,
            LateBy = isAgainstPlan ? presence.AfterStart : null,
            LeftEarlyBy = isAgainstPlan ? presence.BeforeEnd : null,
        };
    }
}
