namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What became of those who were registered or expected, as a bar whose parts add up, and who came besides.</summary>
internal static class Funnel
{
    public static Markup Of(Drawing drawing) =>
        drawing.Options.Registrations is { RegistrationCount: > 0 } registrations ? Of(drawing, registrations)
        : drawing.Summary.ExpectedCount is not null ? OfExpected(drawing)
        : new Markup();

    private static Markup OfExpected(Drawing drawing)
    {
        var (summary, wording, texts) = (drawing.Summary, drawing.Wording, drawing.Texts);
        var expected = summary.Attendees.Where(static attendee => attendee.Expected is not null).ToList();
        var others = summary.Attendees.Where(static attendee => attendee.Expected is null && attendee.HasAttended).ToList();
        var isMeasured = summary.Basis != AttendanceBasis.Unknown;
        var came = expected.FindAll(static attendee => attendee.HasAttended);
        var away = expected.FindAll(static attendee => !attendee.HasAttended);
        var hosts = others.Count(static attendee => attendee.Role == AttendeeRole.Organizer);

        return Draw(
            wording.Plural(texts.OfExpected, expected.Count),
            wording,
            [
                new("came", isMeasured ? texts.InTime : texts.Came, isMeasured ? Status(came, AttendanceStatus.Present) : came.Count),
                new("late", texts.Late, isMeasured ? Status(came, AttendanceStatus.Late) : 0),
                new("partly", texts.Partly, isMeasured ? Status(came, AttendanceStatus.Partial) : 0),
                new("unknown", texts.NotKnown, isMeasured
                    ? came.Count(static attendee => attendee.Status is null or AttendanceStatus.Unknown or AttendanceStatus.Unexpected)
                        : 0),
                new("absent", texts.Absent, Status(away, AttendanceStatus.Absent)),
                new("excused", texts.Excused, Status(away, AttendanceStatus.Excused)),
                new("unknown", texts.NotThere,
                    away.Count(static attendee => attendee.Status is not (AttendanceStatus.Absent or AttendanceStatus.Excused))),
            ],
            [new("besides", texts.Unexpected, others.Count - hosts), new("besides", texts.Hosts, hosts)],
            Wording.Fill(
                texts.AllWhoCame, wording.Number(came.Count + others.Count), wording.Number(came.Count), wording.Number(others.Count)));

        static int Status(List<AttendeeSummary> people, AttendanceStatus status) => people.Count(attendee => attendee.Status == status);
    }

    private static Markup Of(Drawing drawing, RegistrationSummary registrations)
    {
        var (wording, texts) = (drawing.Wording, drawing.Texts);
        var registered = registrations.Registrants.Where(static registrant => registrant.Registration is not null).ToList();
        var came = registered.Count(static registrant => registrant.Attendee is not null);
        int Count(params RegistrationOutcome[] outcomes) =>
            registered.Count(registrant => outcomes.Contains(registrant.Outcome) && registrant.Attendee is null);
        var others = registrations.Registrants
            .Where(static registrant => registrant.Registration is null && registrant.Attendee is not null)
            .ToList();
        var hosts = others.Count(static registrant => registrant.Outcome == RegistrationOutcome.Host);
        var walkIns = others.Count - hosts;
        // Somebody may have come on two registrations.
        var people = registered.Select(static registrant => registrant.Attendee).OfType<AttendeeSummary>()
            .Distinct(ByReference.Instance).Count();

        return Draw(
            wording.Plural(texts.OfRegistered, registered.Count),
            wording,
            [
                new("came", texts.Came, came),
                new("absent", texts.NoShows, Count(RegistrationOutcome.NoShow)),
                new("excused", texts.Canceled, Count(RegistrationOutcome.Canceled)),
                new("excused", texts.NotAdmitted, Count(RegistrationOutcome.NotAdmitted)),
                new("unknown", texts.NotKnown,
                    registered.Count - came - Count(RegistrationOutcome.NoShow, RegistrationOutcome.Canceled,
                        RegistrationOutcome.NotAdmitted)),
            ],
            [new("besides", texts.WalkIns, walkIns), new("besides", texts.Hosts, hosts)],
            Wording.Fill(
                texts.AllWhoCameRegistered, wording.Number(people + walkIns + hosts), wording.Number(people),
                    wording.Number(walkIns + hosts)));
    }

    private static Markup Draw(string whole, Wording wording, List<Piece> pieces, List<Piece> besides, string sum)
    {
        pieces.RemoveAll(static piece => piece.Count == 0);
        besides.RemoveAll(static piece => piece.Count == 0);
        var all = pieces.Concat(besides).Sum(static piece => piece.Count);
        var markup = new Markup().Add($"""
            <section class="funnel">
            <h2>{wording.Texts.WhoCame}</h2>
            <svg role="none">
            """);
        // Who was not expected stands apart, so that the bar shows what is part of whom.
        const double Gap = 2;
        var unit = all == 0 ? 0 : (100 - (pieces.Count > 0 && besides.Count > 0 ? Gap : 0)) / all;
        var x = 0.0;
        foreach (var piece in pieces)
            Add(piece);
        if (pieces.Count > 0)
            x += Gap;
        foreach (var piece in besides)
            Add(piece);

        markup.Add($"</svg>\n<p>{whole}</p>\n<ul>");
        foreach (var piece in pieces)
            markup.Add($"""<li class="{piece.Kind}"><b>{wording.Number(piece.Count)}</b> {wording.Plural(piece.Name, piece.Count)}""");
        if (besides.Count > 0)
            markup.Add($"</ul>\n<ul class=\"more\">");
        foreach (var piece in besides)
            markup.Add($"""<li class="{piece.Kind}"><b>+{wording.Number(piece.Count)}</b> {wording.Plural(piece.Name, piece.Count)}""");
        return markup.Add($"</ul>\n<p class=\"note\">{sum}</p>\n</section>\n");

        void Add(Piece piece)
        {
            markup.Add($"""<rect class="{piece.Kind}" x="{x}%" width="{piece.Count * unit}%"/>""");
            x += piece.Count * unit;
        }
    }

    private sealed record Piece(string Kind, string Name, int Count);

    private sealed class ByReference : IEqualityComparer<AttendeeSummary>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(AttendeeSummary? one, AttendeeSummary? other) => ReferenceEquals(one, other);

        public int GetHashCode(AttendeeSummary attendee) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(attendee);
    }
}
