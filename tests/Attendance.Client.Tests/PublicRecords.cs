using System.Text.Json;

namespace Attendance.Client.Tests;

public class PublicRecords
{
    private static AttendanceReport Report => new()
    {
        Id = "r",
        EndedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ExternalEvents = [new ExternalEvent { ApplicationId = "a" }],
        Records =
        [
            new AttendanceRecord
            {
                Role = AttendeeRole.Presenter,
                TotalAttendance = TimeSpan.FromSeconds(5),
                Identity = new AttendeeIdentity { Kind = AttendeeKind.Guest },
                Intervals = [new AttendanceInterval { Duration = TimeSpan.FromSeconds(5) }],
                Engagements = [new MeetingEngagement { Type = "hand" }],
            },
        ],
    };

    [Fact]
    public void They_compare_by_value_lists_included()
    {
        Assert.Equal(Report, Report);
        Assert.Equal(Report.GetHashCode(), Report.GetHashCode());
        Assert.NotEqual(Report, Report with { Records = [] });
        Assert.NotEqual(Report, Report with { Records = null });
        Assert.NotEqual(Report, Report with { Records = [Report.Records![0] with { Intervals = [] }] });
        Assert.NotEqual(Report, Report with { ExternalEvents = [] });
        Assert.Equal(new ODataQuery { Select = ["a", "b"] }, new ODataQuery { Select = new List<string> { "a", "b" } });
        Assert.NotEqual(new ODataQuery { Select = ["a", "b"] }, new ODataQuery { Select = ["b", "a"] });
    }

    [Fact]
    public void They_cannot_be_changed_through_the_list_they_were_made_from()
    {
        var records = new List<AttendanceRecord> { new() { Id = "1" } };
        var report = new AttendanceReport { Records = records };

        records.Add(new AttendanceRecord());

        Assert.Equal("1", Assert.Single(report.Records).Id);
        Assert.IsNotAssignableFrom<IList<AttendanceRecord>>(report.Records);
    }

    [Fact]
    public void A_list_that_is_set_to_null_is_empty_but_for_records_that_were_not_asked_for()
    {
        Assert.Empty(new AttendanceReport { ExternalEvents = null! }.ExternalEvents);
        Assert.Empty(new AttendanceRecord { Intervals = null! }.Intervals);
        Assert.Empty(new AttendanceRecord { Engagements = null! }.Engagements);
        Assert.Null(new AttendanceReport { Records = null }.Records);
    }

    [Fact]
    public void Their_text_shows_the_items_of_lists() =>
        Assert.Contains(
            "Role = Presenter, TotalAttendance = 00:00:05, " +
            "Intervals = [AttendanceInterval { JoinedAt = , LeftAt = , Duration = 00:00:05 }]",
            Report.ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void Their_lists_are_lists_in_every_way()
    {
        IReadOnlyList<string> list = new ODataQuery { Select = ["a", "b"] }.Select!;

        Assert.Equal("[a, b]", list.ToString());
        Assert.Equal((2, "b"), (list.Count, list[1]));
        Assert.Equal(new object[] { "a", "b" }, ((System.Collections.IEnumerable)list).Cast<object>());
        Assert.False(list.Equals(null));
        Assert.False(list.Equals(new[] { "a", "b" }));
        Assert.NotEqual(list.GetHashCode(), new ODataQuery { Select = ["b", "a"] }.Select!.GetHashCode());
        Assert.NotEqual(list.GetHashCode(), new ODataQuery { Select = ["a"] }.Select!.GetHashCode());
        Assert.Equal(new ODataQuery { Select = [null!] }.Select!.GetHashCode(), new ODataQuery { Select = [null!] }.Select!.GetHashCode());
        Assert.Same(list, new ODataQuery { Expand = list }.Expand);
        Assert.Same(new AttendanceReport { Records = [] }.Records, new AttendanceReport { Records = new List<AttendanceRecord>() }.Records);
    }

    [Fact]
    public void They_travel_through_JSON()
    {
        var json = JsonSerializer.Serialize(Report);

        Assert.Contains("\"Role\":\"Presenter\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Kind\":\"Guest\"", json, StringComparison.Ordinal);
        Assert.Equal(Report, JsonSerializer.Deserialize<AttendanceReport>(json));
        Assert.Equal("AttendeeRole is text.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AttendeeRole>("1")).Message);
    }

    [Fact]
    public void A_role_that_was_never_set_is_none()
    {
        Assert.Equal(AttendeeRole.None, default);
        Assert.Equal("None", default(AttendeeRole).ToString());
        Assert.Equal(AttendeeRole.Attendee.GetHashCode(), new AttendeeRole("ATTENDEE").GetHashCode());
        Assert.True(new AttendeeRole("attendee") == AttendeeRole.Attendee);
        Assert.Throws<ArgumentNullException>(() => new AttendeeRole(null!));
    }
}
