using Attendance.Client.Generated;
using Attendance.Client.Internal;
using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Tests;

/// <summary>What the generated builders describe, and the address that we make of it.</summary>
public class GeneratedBuilders
{
    private static readonly GraphClient Graph = new GraphService(
        new GraphConnection(new HttpClient(), new AttendanceClientOptions()), tokens: null!, GraphVersion.V1).Builders;

    public static TheoryData<string> Ids =>
        ["m", "MSpk=*0**19:meeting_@thread.v2", "a%2Fb/c?d#e&f", "ü 李 \U0001F600", "!'()*~-._", "{x}", "+"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_address_is_the_one_that_Kiota_expands(string id)
    {
        var role = id.Replace("'", "''", StringComparison.Ordinal);
        Func<RequestInformation>[] requests =
        [
            () => Graph.Me.OnlineMeetings.ToGetRequestInformation(),
            () => Graph.Me.OnlineMeetings[id].AttendanceReports[id].ToGetRequestInformation(),
            () => Graph.Users[id].OnlineMeetings[id].AttendanceReports[id].AttendanceRecords.ToGetRequestInformation(),
            () => Graph.Solutions.VirtualEvents.Webinars[id].Sessions[id].AttendanceReports.ToGetRequestInformation(),
            () => Graph.Solutions.VirtualEvents.Townhalls.GetByUserIdAndRoleWithUserIdWithRole(role, id).ToGetRequestInformation(),
            () => Graph.Users[id].CalendarView.ToGetRequestInformation(
                request => (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = ("2026-01-01T00:00:00Z", id)),
        ];

        Assert.All(requests, request => Assert.Equal(request().URI.AbsoluteUri, request().Address().URI.AbsoluteUri));
    }

    [Fact]
    public void So_it_is_with_options()
    {
        var query = new ODataQuery
        {
            Top = 5,
            Skip = 1,
            Filter = "a eq 'b&c'",
            OrderBy = ["x desc", "y"],
            Select = ["id"],
            Expand = ["z"],
            Count = true,
        };
        var kiotas = Records().ToGetRequestInformation(request =>
        {
            var options = request.QueryParameters;
            (options.Top, options.Skip, options.Filter, options.Count) = (5, 1, "a eq 'b&c'", true);
            (options.Orderby, options.Select, options.Expand) = (["x desc", "y"], ["id"], ["z"]);
        });

        var ours = Records().ToGetRequestInformation().Address(query);

        // Kiota sends "$" encoded.
        Assert.Equal(kiotas.URI.AbsoluteUri.Replace("%24", "$", StringComparison.Ordinal), ours.URI.AbsoluteUri);
        Assert.Equal(7, ours.URI.Query.Split('&').Length);

        static Generated.Me.OnlineMeetings.Item.AttendanceReports.Item.AttendanceRecords.AttendanceRecordsRequestBuilder Records() =>
            Graph.Me.OnlineMeetings["m"].AttendanceReports["r"].AttendanceRecords;
    }

    [Fact]
    public void A_single_option_stands_behind_a_question_mark()
    {
        var request = Graph.Me.OnlineMeetings["m"].AttendanceReports["r"].AttendanceRecords.ToGetRequestInformation();

        Assert.Equal(
            "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports/r/attendanceRecords?$skip=2",
            request.Address(new ODataQuery { Skip = 2 }).URI.AbsoluteUri);
    }
}
