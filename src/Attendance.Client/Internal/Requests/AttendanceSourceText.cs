namespace Attendance.Client.Internal;

/// <summary>Reads an <see cref="AttendanceSource"/> from text.</summary>
internal static class AttendanceSourceText
{
    private const string Forms =
        "Expected me/onlineMeetings/{id}, users/{id}/onlineMeetings/{id}, solutions/virtualEvents/webinars/{id}/sessions/{id} " +
        "or solutions/virtualEvents/townhalls/{id}/sessions/{id}, alone or in a Graph URL of either version.";

    /// <summary>Returns the source, or null and what is wrong with the text.</summary>
    public static AttendanceSource? Read(string text, out string? fault)
    {
        var segments = new Segments(Split(text));
        var source = ReadSource(segments);
        fault = segments.Fault is { } reason ? $"\"{text}\" is no attendance source: {reason}. {Forms}" : null;
        return fault is null ? source : null;
    }

    private static AttendanceSource? ReadSource(Segments segments)
    {
        AttendanceSource? source;
        if (segments.Skip("me"))
            source = ReadMeeting(segments, Organizer.Me);
        else if (segments.Skip("users"))
            source = segments.Id("user") is { } user ? ReadMeeting(segments, Organizer.User(user)) : null;
        else if (segments.Skip("solutions"))
            source = ReadVirtualEvent(segments);
        else
            return segments.Fail("me, users or solutions");

        ReadReportPath(segments);
        segments.End();
        return source;
    }

    private static MeetingSource? ReadMeeting(Segments segments, Organizer organizer)
    {
        if (!segments.Skip("onlineMeetings"))
            return segments.Fail<MeetingSource>("onlineMeetings");

        return segments.Id("meeting") is { } meeting ? new MeetingSource(organizer, meeting) : null;
    }

    private static AttendanceSource? ReadVirtualEvent(Segments segments)
    {
        if (!segments.Skip("virtualEvents"))
            return segments.Fail("virtualEvents");

        var isWebinar = segments.Skip("webinars");
        if (!isWebinar && !segments.Skip("townhalls"))
            return segments.Fail("webinars or townhalls");
        if (segments.Id(isWebinar ? "webinar" : "town hall") is not { } eventId)
            return null;
        if (!segments.Skip("sessions"))
            return segments.Fail("sessions");
        if (segments.Id("session") is not { } sessionId)
            return null;

        return isWebinar ? new WebinarSource(eventId, sessionId) : new TownhallSource(eventId, sessionId);
    }

    private static void ReadReportPath(Segments segments)
    {
        if (segments.Skip("attendanceReports") && !segments.AtEnd && segments.Id("report") is not null)
            segments.Skip("attendanceRecords");
        else
            segments.Skip("meetingAttendanceReport");
    }

    private static string[] Split(string text)
    {
        var path = text.Trim();
        var isUrl = path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (path.IndexOfAny(['?', '#']) is >= 0 and var tail)
            path = path.Substring(0, tail);

        // A gateway may serve Graph below a path of its own, so in a URL all up to the version goes.
        var segments = path.Trim('/').Split('/');
        var version = isUrl ? Array.FindIndex(segments, IsVersion) : IsVersion(segments[0]) ? 0 : -1;
        return [.. segments.Skip(version + 1)];
    }

    private static bool IsVersion(string segment) =>
        segment.Equals("v1.0", StringComparison.OrdinalIgnoreCase) || segment.Equals("beta", StringComparison.OrdinalIgnoreCase);

    /// <summary>The segments of a path and how far they have been read. OData's <c>name('key')</c> counts as <c>name/key</c>.</summary>
    private sealed class Segments(string[] all)
    {
        private int _next;
        private string? _key;

        public string? Fault { get; private set; }

        public bool AtEnd => _key is null && _next == all.Length;

        public bool Skip(string name)
        {
            if (Fault is not null || _key is not null || _next == all.Length)
                return false;

            var segment = all[_next];
            if (segment.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                _next++;
                return true;
            }

            var decoded = Uri.UnescapeDataString(segment);
            var keyStart = name.Length + 2;
            if (decoded.Length < keyStart + 2 || !decoded.EndsWith("')", StringComparison.Ordinal)
                || !decoded.StartsWith(name + "('", StringComparison.OrdinalIgnoreCase))
                return false;

            _key = decoded.Substring(keyStart, decoded.Length - keyStart - 2).Replace("''", "'");
            _next++;
            return true;
        }

        public string? Id(string what)
        {
            if (Fault is not null)
                return null;
            if (AtEnd)
                return Fail<string>($"the id of the {what}");

            var id = _key ?? Uri.UnescapeDataString(all[_next++]);
            _key = null;
            if (ResourceId.WhatIsWrongWith(id) is not { } wrong)
                return id;

            Fault = $"the id of the {what} {wrong}";
            return null;
        }

        public void End()
        {
            if (!AtEnd)
                Fault ??= $"it goes on with \"{_key ?? all[_next]}\"";
        }

        public AttendanceSource? Fail(string expected) => Fail<AttendanceSource>(expected);

        public T? Fail<T>(string expected)
            where T : class
        {
            Fault = AtEnd ? $"it ends where {expected} should follow" : $"\"{_key ?? all[_next]}\" stands where {expected} should";
            return null;
        }
    }
}
