#if !NETSTANDARD_PACKAGE
using System.Collections;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attendance.Client.Testing;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Attendance.Client.Tests.Conformance;

/// <summary>Microsoft's own SDK, which knows nothing of us, reads a served <see cref="FakeGraph"/>: what it sees there is what we
/// see.</summary>
public sealed partial class OfficialSdk(ServedRichData served) : IClassFixture<ServedRichData>
{
    public static TheoryData<string> Operations => [.. OfficialOperation.All.Select(operation => operation.Id)];

    private static readonly IReadOnlyList<(string Id, string Path)> OperationsOfV1 =
    [
        .. from path in JsonNode.Parse(Resource.Text("attendance.json"))!["paths"]!.AsObject()
           let operation = path.Value!["get"]!
           where (string?)operation["x-availability"] is null && (string?)operation["tags"]![0] != "notifications"
           select ((string)operation["operationId"]!, path.Key),
    ];

    [Fact]
    public void Every_operation_of_v1_is_compared() =>
        Assert.Equal(OperationsOfV1.Select(operation => operation.Id), OfficialOperation.All.Select(operation => operation.Id));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Both_read_what_was_put_in(string id)
    {
        var operation = OfficialOperation.All.Single(operation => operation.Id == id);
        var before = served.Graph.Requests.Count;

        var theirs = await operation.Theirs(served.Official);
        var requests = served.Graph.Requests.Skip(before).ToList();
        var ours = await operation.Ours(served.Server.CreateClient());

        Assert.Equal(operation.Expected, theirs);
        Assert.Equal(operation.Expected, ours);
        var path = OperationsOfV1.Single(known => known.Id == id).Path;
        Assert.All(
            requests,
            request => Assert.Matches($"^{PathParameter().Replace(Regex.Escape($"/v1.0{path}"), "[^/]+")}$", request.Uri.AbsolutePath));
        Assert.All(
            requests.Skip(1),
            request => Assert.True(request.Query.ContainsKey("$skiptoken") || request.Operation == GraphOperation.GetAttendanceReport));
        if (operation.Expected.Count > served.Graph.PageSize)
            Assert.Equal((operation.Expected.Count + served.Graph.PageSize - 1) / served.Graph.PageSize, requests.Count);
    }

    /// <summary>What is nowhere filled is nowhere compared.</summary>
    [Fact]
    public void Every_member_of_every_model_is_filled_somewhere()
    {
        var filled = new HashSet<(Type, string)>();
        foreach (var item in OfficialOperation.All.SelectMany(operation => operation.Expected))
            AddFilled(item, filled);

        var empty = from type in filled.Select(member => member.Item1).Distinct()
                    from property in type.GetProperties()
                    where property.SetMethod is not null && !filled.Contains((type, property.Name))
                    select $"{type.Name}.{property.Name}";
        Assert.Empty(empty);
    }

    [Fact]
    public async Task Their_query_options_are_obeyed()
    {
        var source = (WebinarSource)RichData.WebinarSession;
        var records = await served.Official.Solutions.VirtualEvents.Webinars[source.WebinarId].Sessions[source.SessionId]
            .AttendanceReports[RichData.ReportsOf(source)[0].Id].AttendanceRecords.GetAsync(request =>
            {
                request.QueryParameters.Top = 1;
                request.QueryParameters.Skip = 1;
                request.QueryParameters.Count = true;
                request.QueryParameters.Select = ["id", "role"];
            });

        Assert.Equal(RichData.ReportsOf(source)[0].Records!.Count, records!.OdataCount);
        Assert.Equal(
            [new AttendanceRecord { Id = "communicationsUserIdentity", Role = AttendeeRole.Presenter }],
            records.Value!.Select(OfficialModels.ToRecord));
    }

    [Fact]
    public async Task Both_get_401_without_a_token()
    {
        var official = served.OfficialWith(new AnonymousAuthenticationProvider());
        var theirs = await Assert.ThrowsAsync<ODataError>(() => official.Me.OnlineMeetings["m"].AttendanceReports.GetAsync());
        served.Graph.FailNext(GraphFault.Status(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", "Access token is empty."));
        var ours = await Assert.ThrowsAsync<AttendanceRequestException>(() => OurReport("r"));

        AssertSame(401, "InvalidAuthenticationToken", "Access token is empty.", theirs, ours);
        Assert.Equal(AttendanceErrorReason.InvalidToken, ours.Reason);
    }

    [Fact]
    public async Task Both_get_403_without_an_access_policy()
    {
        served.Graph.RevokeAccessPolicy("nobody");
        var theirs = await Assert.ThrowsAsync<ODataError>(
            () => served.Official.Users["nobody"].OnlineMeetings["m"].AttendanceReports["r"].GetAsync());
        var ours = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => served.Server.CreateClient().GetReportAsync(AttendanceSource.Meeting(Organizer.User("nobody"), "m"), "r"));

        AssertSame(
            403, "Forbidden", "No application access policy found for this app: 00000000-0000-0000-0000-00000000a990 on the user: nobody.",
            theirs, ours);
        Assert.Equal(AttendanceErrorReason.MissingAccessPolicy, ours.Reason);
    }

    [Fact]
    public async Task Both_get_404_for_a_report_that_is_not_there()
    {
        var meeting = served.Official.Me.OnlineMeetings[((MeetingSource)RichData.MyMeeting).MeetingId];
        var theirs = await Assert.ThrowsAsync<ODataError>(() => meeting.AttendanceReports["r"].GetAsync());
        var ours = await Assert.ThrowsAsync<AttendanceRequestException>(() => OurReport("r"));

        AssertSame(404, "NotFound", "The requested attendance report was not found.", theirs, ours);
        Assert.Equal(AttendanceErrorReason.NotFound, ours.Reason);
    }

    [Fact]
    public async Task Both_get_429_with_the_time_to_wait()
    {
        served.Graph.FailNext(GraphFault.Throttled(TimeSpan.FromSeconds(2.128)), times: 2);
        var theirs = await Assert.ThrowsAsync<ODataError>(() => served.Official.Me.OnlineMeetings["m"].AttendanceReports.GetAsync());
        var ours = await Assert.ThrowsAsync<AttendanceRequestException>(() => OurReport("r"));

        AssertSame(429, "TooManyRequests", "Please retry again later.", theirs, ours);
        Assert.Equal("2.128", Assert.Single(theirs.ResponseHeaders["Retry-After"]));
        Assert.Equal((AttendanceErrorReason.Throttled, TimeSpan.FromSeconds(2.128)), (ours.Reason, ours.RetryAfter));
    }

    private static void AddFilled(object item, HashSet<(Type, string)> filled)
    {
        foreach (var property in item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(
            property => property.SetMethod is not null))
        {
            List<object> items = property.GetValue(item) switch
            {
                null => [],
                string text => [text],
                IEnumerable list => [.. list.Cast<object>()],
                var value => [value],
            };
            if (items.Count == 0)
                continue;

            filled.Add((item.GetType(), property.Name));
            foreach (var inner in items.Where(
                inner => inner.GetType().Namespace == typeof(AttendanceClient).Namespace && inner is not (AttendanceSource or Enum)))
            {
                AddFilled(inner, filled);
            }
        }
    }

    private Task<AttendanceReport> OurReport(string id) =>
        new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { Endpoint = served.Server.Endpoint, MaxRetries = 0 })
            .GetReportAsync(RichData.MyMeeting, id);

    // Theirs was sent just before ours, and the graph counts its requests.
    private void AssertSame(int status, string code, string message, ODataError theirs, AttendanceRequestException ours)
    {
        var number = served.Graph.Requests.Count;
        Assert.Equal((status, code, message), (theirs.ResponseStatusCode, theirs.Error!.Code, theirs.Error.Message));
        Assert.Equal(((HttpStatusCode)status, code), (ours.Status, ours.ErrorCode));
        Assert.Contains($"{code}: {message}", ours.Message, StringComparison.Ordinal);
        Assert.Equal(
            (RequestId(number - 1), RequestId(number - 1)),
            (theirs.Error.InnerError!.RequestId, Assert.Single(theirs.ResponseHeaders["request-id"])));
        Assert.Equal(RequestId(number), ours.RequestId);
    }

    private static string RequestId(int number) => new Guid(number, 0, 0, new byte[8]).ToString();

    [GeneratedRegex(@"\\\{[^}]+}", RegexOptions.None, 1000)]
    private static partial Regex PathParameter();
}
#endif
