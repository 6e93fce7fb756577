using System.Text;
using System.Text.Json;
using Attendance.Client.Generated.Models;
using Attendance.Client.Internal;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests;

/// <summary>The records of a report are read into the same wire model, where none may see what another has left.</summary>
public class RecordsInARow
{
    private static readonly string[] Kinds =
    [
        "{}",
        "null",
        """
        {"id":"1","emailAddress":"a@contoso.com","totalAttendanceInSeconds":60,"role":"Presenter","registrationId":"r","externalRegistrationInformation":{"referrer":"x",
        "registrationId":"y"},"identity":{"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"i","displayName":"A","tenantId":"t","userIdentityType":"aadUser",
        "email":"e","userPrincipalName":"u"},"attendanceIntervals":[{"joinDateTime":"2026-01-01T10:00:00Z","leaveDateTime":"2026-01-01T10:01:00Z","durationInSeconds":60},
        {"joinDateTime":"2026-01-01T10:02:00Z"}],"engagements":[{"dateTime":"2026-01-01T10:00:30Z","engagementType":"reaction","engagementSubType":"like"}]}
        """,
        """{"id":"2","role":"presenter","identity":{"id":"j","azureCommunicationServicesResourceId":"acs"},"attendanceIntervals":[{"durationInSeconds":0}]}""",
        """{"emailAddress":"","role":"Attendee","identity":{},"attendanceIntervals":[],"engagements":[{"engagementType":"hand"},{"engagementSubType":"like"}]}""",
        """{"identity":null,"attendanceIntervals":null,"engagements":null,"externalRegistrationInformation":null,"role":null}""",
        """{"attendanceIntervals":[null,{"leaveDateTime":"2026-01-01T11:00:00Z"}],"identity":{"displayName":"first"},"identity":{"id":"last"}}""",
    ];

    [Fact]
    public void Each_is_what_it_is_alone() =>
        Prop.ForAll(
            Gen.Elements(Kinds).ArrayOf().ToArbitrary(),
            records => Read(records).SequenceEqual(records.SelectMany(record => Read(record)))).Check(Checks.Of(500));

    [Fact]
    public void Those_that_are_null_are_left_out() =>
        Assert.Equal(["1", "2"], Read(Kinds[1], Kinds[2], Kinds[1], Kinds[3]).Select(record => record.Id));

    [Fact]
    public void Text_that_repeats_is_kept_once_and_only_where_it_is_the_same()
    {
        var records = Read(Kinds[2], Kinds[2], Kinds[3], Kinds[2]);

        Assert.Equal(["Presenter", "Presenter", "presenter", "Presenter"], records.Select(record => record.Role!.Value.Value));
        Assert.Same(records[0].Identity!.TenantId, records[1].Identity!.TenantId);
        Assert.Same(records[0].Identity!.ODataType, records[1].Identity!.ODataType);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    public void What_is_no_record_makes_the_list_malformed(string item) =>
        Assert.Throws<JsonException>(() => Read(Kinds[2], item));

    private static IReadOnlyList<AttendanceRecord> Read(params string[] records) =>
        new GraphDocument(Encoding.UTF8.GetBytes($$"""{"value":[{{string.Join(',', records)}}]}"""))
            .Read<AttendanceRecordCollectionResponse>().Records!;
}
