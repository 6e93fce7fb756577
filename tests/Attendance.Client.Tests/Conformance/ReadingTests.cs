using System.Net;

namespace Attendance.Client.Tests.Conformance;

/// <summary>How the client reads, whichever Graph it talks to. The tests see of it what <see cref="TestGraph"/> shows, and never which one
/// it is.</summary>
public abstract class ReadingTests : IAsyncLifetime
{
    private const string Reports = "/v1.0/me/onlineMeetings/m/attendanceReports";

    private static readonly AttendanceSource Meeting = AttendanceSource.Meeting(Organizer.Me, "m");

    private TestGraph _graph = null!;

    /// <summary>The rich sources by their number, each in both versions.</summary>
    public static TheoryData<int, GraphVersion, string> Sources => new()
    {
        { 0, GraphVersion.V1, "/v1.0/me/onlineMeetings/MSpk%2FYz%2BE3%3D%2A0%27a" },
        { 0, GraphVersion.Beta, "/beta/me/onlineMeetings/MSpk%2FYz%2BE3%3D%2A0%27a" },
        { 1, GraphVersion.V1, $"/v1.0/users/{RichData.OtherUser}/onlineMeetings/{RichData.OtherUser}_19%3Ameeting_NjQ%40thread.v2" },
        { 1, GraphVersion.Beta, $"/beta/users/{RichData.OtherUser}/onlineMeetings/{RichData.OtherUser}_19%3Ameeting_NjQ%40thread.v2" },
        { 2, GraphVersion.V1,
            $"/v1.0/solutions/virtualEvents/webinars/{Uri.EscapeDataString(RichData.WebinarId)}/sessions/8d62dd52-4dff-4c75-96a9-f905cc3ff942" },
        { 2, GraphVersion.Beta,
            $"/beta/solutions/virtualEvents/webinars/{Uri.EscapeDataString(RichData.WebinarId)}/sessions/8d62dd52-4dff-4c75-96a9-f905cc3ff942" },
        { 3, GraphVersion.V1,
            $"/v1.0/solutions/virtualEvents/townhalls/{Uri.EscapeDataString(RichData.TownhallId)}/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37" },
        { 3, GraphVersion.Beta,
            $"/beta/solutions/virtualEvents/townhalls/{Uri.EscapeDataString(RichData.TownhallId)}/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37" },
    };

    public async Task InitializeAsync() => _graph = await StartAsync();

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task What_is_there_of_a_source_is_read_whole(int number, GraphVersion version, string path)
    {
        foreach (var other in RichData.Sources)
            _graph.Add(other, RichData.ReportsOf(other));
        var source = RichData.Sources[number];
        var expected = RichData.ReportsOf(source);
        var client = _graph.CreateClient(version);

        Assert.Equal(expected.Select(report => report with { Records = null }), await client.GetReportsAsync(source).ToListAsync());
        foreach (var report in expected)
            Assert.Equal(report, await client.GetReportAsync(source, report.Id!));
        Assert.Equal(expected[0] with { Records = null }, await client.GetReportAsync(source, expected[0].Id!, new ODataQuery()));
        Assert.Equal(expected[0].Records, await client.GetRecordsAsync(source, expected[0].Id!).ToListAsync());

        Assert.Equal(
            new[]
            {
                "", $"/report%20{number}%2F1?$expand=attendanceRecords", $"/report%20{number}%2F2?$expand=attendanceRecords",
                $"/report%20{number}%2F3?$expand=attendanceRecords", $"/report%20{number}%2F1", $"/report%20{number}%2F1/attendanceRecords",
            }.Select(rest => $"{path}/attendanceReports{rest}"),
            _graph.Urls);
        Assert.All(_graph.Requests, request => Assert.Equal("Bearer fake-token", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Many_pages_are_one_list()
    {
        _graph.PageSize = 2;
        _graph.Add(Meeting, Sessions(5));
        var client = _graph.CreateClient();

        Assert.Equal(["5", "4", "3", "2", "1"], (await client.GetReportsAsync(Meeting).ToListAsync()).Select(report => report.Id));
        Assert.Equal(["a", "b", "c"], (await client.GetRecordsAsync(Meeting, "5").ToListAsync()).Select(record => record.Id));

        Assert.Equal(
            [
                Reports, $"{Reports}?$skiptoken=2", $"{Reports}?$skiptoken=4", $"{Reports}/5/attendanceRecords",
                $"{Reports}/5/attendanceRecords?$skiptoken=2",
            ],
            _graph.Urls);
    }

    [Fact]
    public async Task A_report_has_also_the_records_that_its_expansion_only_links_to()
    {
        (_graph.PageSize, _graph.ExpansionSize) = (1, 1);
        _graph.Add(Meeting, Sessions(1));

        var report = await _graph.CreateClient().GetReportAsync(Meeting, "1");

        Assert.Equal(Sessions(1), [report]);
        Assert.Equal(
            [
                $"{Reports}/1?$expand=attendanceRecords",
                $"{Reports}/1/attendanceRecords?$skiptoken=1",
                $"{Reports}/1/attendanceRecords?$skiptoken=2",
            ],
            _graph.Urls);
    }

    [Fact]
    public async Task The_latest_report_is_that_of_the_session_which_ended_last_with_every_record()
    {
        (_graph.PageSize, _graph.ExpansionSize) = (2, 2);
        _graph.Add(Meeting, Sessions(3));

        Assert.Equal(Sessions(3)[0], await _graph.CreateClient().GetLatestReportAsync(Meeting));

        Assert.Equal(
            [Reports, $"{Reports}?$skiptoken=2", $"{Reports}/3?$expand=attendanceRecords", $"{Reports}/3/attendanceRecords?$skiptoken=2"],
            _graph.Urls);
    }

    [Fact]
    public async Task The_latest_report_is_null_where_there_is_no_report_yet()
    {
        _graph.Add(Meeting);

        Assert.Null(await _graph.CreateClient().GetLatestReportAsync(Meeting));
        Assert.Equal([Reports], _graph.Urls);
    }

    [Fact]
    public async Task The_deprecated_path_has_every_record_but_neither_id_nor_times()
    {
        _graph.ExpansionSize = 1;
        _graph.Add(Meeting, Sessions(2));

#pragma warning disable CS0618 // Obsolete: the deprecated path is read too.
        var report = await _graph.CreateClient(GraphVersion.Beta).GetMeetingAttendanceReportAsync(Meeting);
#pragma warning restore CS0618

        Assert.Equal(new AttendanceReport { ParticipantCount = 2, Records = Sessions(2)[0].Records }, report);
        Assert.Equal(
            [
                "/beta/me/onlineMeetings/m/meetingAttendanceReport",
                "/beta/me/onlineMeetings/m/attendanceReports/2/attendanceRecords?$skiptoken=1",
            ],
            _graph.Urls);
    }

    [Fact]
    public async Task A_meeting_is_read_by_its_id()
    {
        _graph.Add(RichData.MyOnlineMeeting);
        _graph.Add(RichData.TheirOnlineMeeting);
        var client = _graph.CreateClient();

        Assert.Equal(RichData.MyOnlineMeeting, await client.GetMeetingAsync(RichData.MyMeeting));
        Assert.Equal(RichData.TheirOnlineMeeting, await client.GetMeetingAsync(RichData.TheirMeeting));
        Assert.Equal(
            [
                "/v1.0/me/onlineMeetings/MSpk%2FYz%2BE3%3D%2A0%27a",
                $"/v1.0/users/{RichData.OtherUser}/onlineMeetings/{RichData.OtherUser}_19%3Ameeting_NjQ%40thread.v2",
            ],
            _graph.Urls);
    }

    [Fact]
    public async Task The_online_meetings_of_a_calendar_are_read()
    {
        _graph.Add(Organizer.Me, RichData.Calendar);
        _graph.Add(Organizer.User("u"), [RichData.Calendar[2]]);
        var client = _graph.CreateClient();

        var mine = await client.GetCalendarMeetingsAsync(Organizer.Me, RichData.CalendarFrom, RichData.CalendarUntil).ToListAsync();
        var theirs = await client.GetCalendarMeetingsAsync(Organizer.User("u"), RichData.CalendarFrom, RichData.CalendarUntil)
            .ToListAsync();

        Assert.Equal([RichData.Calendar[0], RichData.Calendar[2]], mine);
        Assert.Equal([RichData.Calendar[2]], theirs);
        const string Query =
            "?endDateTime=2026-03-08T00%3A00%3A00Z&startDateTime=2026-03-01T00%3A00%3A00Z&$select=id,iCalUId,subject,start,end,isOrganizer,isCancelled,isOnlineMeeting,onlineMeeting,seriesMasterId,type,organizer,attendees&$top=100";
        Assert.Equal([$"/v1.0/me/calendarView{Query}", $"/v1.0/users/u/calendarView{Query}"], _graph.Urls);
    }

    [Theory]
    [InlineData(VirtualEventKind.Webinar, "webinars")]
    [InlineData(VirtualEventKind.Townhall, "townhalls")]
    public async Task Virtual_events_are_read_all_or_by_their_organizer_or_one(VirtualEventKind kind, string segment)
    {
        _graph.PageSize = 3;
        foreach (var virtualEvent in RichData.VirtualEvents)
            _graph.Add(virtualEvent);
        var client = _graph.CreateClient();
        var (mine, theirs) = kind == VirtualEventKind.Webinar
            ? (RichData.MyWebinars, RichData.TheirWebinars)
            : (RichData.MyTownhalls, RichData.TheirTownhalls);

        var all = await (kind == VirtualEventKind.Webinar ? client.GetWebinarsAsync() : client.GetTownhallsAsync()).ToListAsync();
        var ofMe = await (kind == VirtualEventKind.Webinar ? client.GetWebinarsAsync(Organizer.Me) : client.GetTownhallsAsync(Organizer.Me))
            .ToListAsync();
        var other = Organizer.User(RichData.OtherUser);
        var ofOther = await (kind == VirtualEventKind.Webinar ? client.GetWebinarsAsync(other) : client.GetTownhallsAsync(other))
            .ToListAsync();
        var one = await (kind == VirtualEventKind.Webinar ? client.GetWebinarAsync(mine[0].Id!) : client.GetTownhallAsync(mine[0].Id!));

        Assert.Equal(mine.Concat(theirs), all);
        Assert.Equal(mine, ofMe);
        Assert.Equal(theirs, ofOther);
        Assert.Equal(mine[0], one);
        Assert.Equal(
            new[]
            {
                "", "?$skiptoken=3", "/getByUserRole(role='organizer')",
                $"/getByUserIdAndRole(userId='{RichData.OtherUser}',role='organizer')",
                $"/{Uri.EscapeDataString(mine[0].Id!)}",
            }.Select(rest => $"/v1.0/solutions/virtualEvents/{segment}{rest}"),
            _graph.Urls);
    }

    [Theory]
    [InlineData(VirtualEventKind.Webinar, "webinars")]
    [InlineData(VirtualEventKind.Townhall, "townhalls")]
    public async Task Sessions_are_listed_in_short_and_read_whole(VirtualEventKind kind, string segment)
    {
        _graph.PageSize = 2;
        foreach (var added in RichData.WebinarSessions.Concat(RichData.TownhallSessions))
            _graph.Add(added);
        var client = _graph.CreateClient();
        var (id, sessions) = kind == VirtualEventKind.Webinar
            ? (RichData.WebinarId, RichData.WebinarSessions)
            : (RichData.TownhallId, RichData.TownhallSessions);

        Assert.Equal(sessions.Select(RichData.Summary), await client.GetSessionsAsync(kind, id).ToListAsync());
        foreach (var session in sessions)
            Assert.Equal(session, await client.GetSessionAsync(session.Source!));

        Assert.Equal(
            new[] { "", "?$skiptoken=2", $"/{sessions[0].Id}", "/second", "/third" }
                .Select(rest => $"/v1.0/solutions/virtualEvents/{segment}/{Uri.EscapeDataString(id)}/sessions{rest}"),
            _graph.Urls);
    }

    [Theory]
    [InlineData(VirtualEventKind.Webinar, GraphVersion.V1, "/v1.0/solutions/virtualEvents/webinars")]
    [InlineData(VirtualEventKind.Webinar, GraphVersion.Beta, "/beta/solutions/virtualEvents/webinars")]
    [InlineData(VirtualEventKind.Townhall, GraphVersion.V1, "/v1.0/solutions/virtualEvents/townhalls")]
    [InlineData(VirtualEventKind.Townhall, GraphVersion.Beta, "/beta/solutions/virtualEvents/townhalls")]
    public async Task Registrations_are_listed_and_read_by_id(VirtualEventKind kind, GraphVersion version, string path)
    {
        _graph.PageSize = 2;
        var id = kind == VirtualEventKind.Webinar ? RichData.WebinarId : RichData.TownhallId;
        _graph.Add(kind, id, RichData.Registrations);
        var client = _graph.CreateClient(version);

        Assert.Equal(RichData.Registrations, await client.GetRegistrationsAsync(kind, id).ToListAsync());
        foreach (var registration in RichData.Registrations)
            Assert.Equal(registration, await client.GetRegistrationAsync(kind, id, registration.Id!));

        Assert.Equal(
            new[] { "", "?$skiptoken=2", $"/{RichData.Registrations[0].Id}", "/canceled", "/bare" }
                .Select(rest => $"{path}/{Uri.EscapeDataString(id)}/registrations{rest}"),
            _graph.Urls);
    }

    [Theory]
    [InlineData(400, "BadRequest", "Meeting Id is corrupted.", AttendanceErrorReason.InvalidMeetingId)]
    [InlineData(401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.", AttendanceErrorReason.InvalidToken)]
    [InlineData(403, "Forbidden", "No application access policy found for this app", AttendanceErrorReason.MissingAccessPolicy)]
    [InlineData(404, "NotFound", "anything", AttendanceErrorReason.NotFound)]
    [InlineData(429, "TooManyRequests", "Please retry again later.", AttendanceErrorReason.Throttled)]
    [InlineData(500, "InternalServerError", "Object reference not set to an instance of an object.", AttendanceErrorReason.ServiceFault)]
    [InlineData(503, "ServiceNotAvailable", "x", AttendanceErrorReason.ServiceUnavailable)]
    public async Task An_error_has_its_status_its_code_its_reason_and_the_ids_to_quote(
        int status, string code, string message, AttendanceErrorReason reason)
    {
        _graph.Add(Meeting, Sessions(1));
        var client = _graph.CreateClient();
        await client.GetLatestReportAsync(Meeting);
        _graph.FailNext((HttpStatusCode)status, code, message, retryAfter: "2.5");

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Meeting, "1"));

        Assert.Equal(((HttpStatusCode)status, code, reason), (exception.Status, exception.ErrorCode, exception.Reason));
        Assert.Contains($", {code}: {message.TrimEnd('.')}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_graph.RequestId(3), exception.RequestId);
        Assert.Equal(_graph.Requests[2].Headers["client-request-id"], exception.ClientRequestId);
        Assert.Equal(TimeSpan.FromSeconds(2.5), exception.RetryAfter);
        Assert.Equal(3, _graph.Requests.Count);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_and_never_empty()
    {
        _graph.Add(Meeting, Sessions(1));
        var client = _graph.CreateClient();
        var unknown = AttendanceSource.Meeting(Organizer.Me, "unknown");

        var exceptions = new[]
        {
            await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Meeting, "unknown")),
            await Assert.ThrowsAsync<AttendanceRequestException>(async () => await client.GetReportsAsync(unknown).ToListAsync()),
            await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetLatestReportAsync(unknown)),
            await Assert.ThrowsAsync<AttendanceRequestException>(
                async () => await client.GetRecordsAsync(Meeting, "unknown").ToListAsync()),
            await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetMeetingAsync(unknown)),
            await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetWebinarAsync("unknown")),
            await Assert.ThrowsAsync<AttendanceRequestException>(
                async () => await client.GetSessionsAsync(VirtualEventKind.Townhall, "unknown").ToListAsync()),
            await Assert.ThrowsAsync<AttendanceRequestException>(
                () => client.GetRegistrationAsync(VirtualEventKind.Webinar, "unknown", "unknown")),
        };

        Assert.All(
            exceptions,
            exception => Assert.Equal((HttpStatusCode.NotFound, AttendanceErrorReason.NotFound), (exception.Status, exception.Reason)));
        Assert.Equal(8, _graph.Requests.Count);
    }

    [Fact]
    public async Task A_list_whose_next_page_fails_has_given_what_came_before()
    {
        _graph.PageSize = 2;
        _graph.Add(Meeting, Sessions(3));
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(async () =>
        {
            await foreach (var report in _graph.CreateClient().GetReportsAsync(Meeting))
            {
                seen.Add(report.Id);
                if (seen.Count == 1)
                    _graph.FailNext(HttpStatusCode.Forbidden, "Forbidden", "");
            }
        });

        Assert.Equal(AttendanceErrorReason.MissingPermission, exception.Reason);
        Assert.Equal(["3", "2"], seen);
        Assert.Equal([Reports, $"{Reports}?$skiptoken=2"], _graph.Urls);
    }

    [Fact]
    public async Task A_request_that_fails_in_passing_is_sent_again()
    {
        _graph.Add(Meeting, Sessions(1));
        _graph.FailNext(HttpStatusCode.ServiceUnavailable, "ServiceNotAvailable", "x", retryAfter: "0");
        _graph.FailNext(HttpStatusCode.TooManyRequests, "TooManyRequests", "x", retryAfter: "30");
        var clock = new SkippingTimeProvider();

        var report = await _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 2, TimeProvider = clock }).GetReportAsync(
            Meeting, "1");

        Assert.Equal(Sessions(1), [report]);
        Assert.Equal(Enumerable.Repeat($"{Reports}/1?$expand=attendanceRecords", 3), _graph.Urls);
        Assert.Contains(TimeSpan.FromSeconds(30), clock.Waits);
    }

    [Fact]
    public async Task Nothing_is_sent_before_enumeration_and_each_enumeration_asks_anew()
    {
        _graph.Add(Meeting, Sessions(1));

        var reports = _graph.CreateClient().GetReportsAsync(Meeting);
        Assert.Empty(_graph.Requests);

        Assert.Equal(["1"], (await reports.ToListAsync()).Select(report => report.Id));
        _graph.Add(Meeting, new AttendanceReport { Id = "0", Records = [] });
        Assert.Equal(["1", "0"], (await reports.ToListAsync()).Select(report => report.Id));
        Assert.Equal([Reports, Reports], _graph.Urls);
    }

    [Fact]
    public async Task A_caller_who_stops_early_asks_for_no_further_page()
    {
        _graph.PageSize = 2;
        _graph.Add(Meeting, Sessions(3));

        Assert.Equal("3", (await _graph.CreateClient().GetReportsAsync(Meeting).FirstAsync()).Id);

        Assert.Equal([Reports], _graph.Urls);
    }

    [Fact]
    public async Task Cancellation_between_pages_throws_and_asks_for_no_further_page()
    {
        _graph.PageSize = 1;
        _graph.Add(Meeting, Sessions(2));
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _graph.CreateClient().GetReportsAsync(Meeting).WithCancellation(cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.Equal([Reports], _graph.Urls);
    }

    [Fact]
    public async Task Cancellation_ends_a_request_that_is_under_way()
    {
        _graph.Add(Meeting, Sessions(1));
        var hasCome = _graph.HangNext();
        using var cancellation = new CancellationTokenSource();

        var reading = _graph.CreateClient().GetReportAsync(Meeting, "1", cancellation.Token);
        await hasCome;
        Assert.False(reading.IsCompleted);
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        var client = _graph.CreateClient();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetReportAsync(Meeting, "r", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetLatestReportAsync(Meeting, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await client.GetReportsAsync(Meeting, cancellationToken: cancelled).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await client.GetRecordsAsync(Meeting, "r", cancellationToken: cancelled).ToListAsync());

        Assert.Empty(_graph.Requests);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 7)]
    public async Task Many_sources_give_an_outcome_each_with_records_where_these_are_asked_for(bool includeRecords, int requests)
    {
        var (other, unknown) = (AttendanceSource.Webinar("w", "s"), AttendanceSource.Meeting(Organizer.Me, "unknown"));
        _graph.Add(Meeting, Sessions(2));
        _graph.Add(other, Sessions(2));

        var outcomes = await _graph.CreateClient()
            .GetReportsAsync([Meeting, unknown, other], new BulkOptions { InOrder = true, IncludeRecords = includeRecords }).ToListAsync();

        var expected = Sessions(2).ConvertAll(report => includeRecords ? report : report with { Records = null });
        Assert.Equal([Meeting, unknown, other], outcomes.Select(outcome => outcome.Source));
        Assert.Equal(expected, outcomes[0].GetReports());
        Assert.Equal(HttpStatusCode.NotFound, Assert.IsType<AttendanceRequestException>(outcomes[1].Error).Status);
        Assert.Equal(expected, outcomes[2].GetReports());
        Assert.Equal(requests, _graph.Requests.Count);
    }

    private protected abstract Task<TestGraph> StartAsync();

    /// <summary>Reports of as many sessions, newest first, with three records each.</summary>
    private static List<AttendanceReport> Sessions(int count) =>
    [
        .. Enumerable.Range(1, count).Reverse().Select(day => new AttendanceReport
        {
            Id = $"{day}",
            EndedAt = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
            ParticipantCount = day,
            Records = [new AttendanceRecord { Id = "a" }, new AttendanceRecord { Id = "b" }, new AttendanceRecord { Id = "c" }],
        }),
    ];
}
