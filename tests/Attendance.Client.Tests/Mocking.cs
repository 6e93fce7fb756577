using System.Reflection;

namespace Attendance.Client.Tests;

public class Mocking
{
    [Fact]
    public void Every_public_member_can_be_overridden() =>
        Assert.All(
            typeof(AttendanceClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            method => Assert.True(method.IsVirtual && !method.IsFinal, method.Name));

    [Fact]
    public async Task A_mock_overrides_what_it_needs()
    {
        AttendanceClient client = new ClientWithOneReport();

        Assert.Equal("mocked", (await client.GetReportAsync(AttendanceSource.Meeting(Organizer.Me, "m"), "r")).Id);
    }

    [Fact]
    public async Task A_member_that_a_mock_left_out_says_so()
    {
        AttendanceClient client = new ClientWithOneReport();
        var source = AttendanceSource.Meeting(Organizer.Me, "m");

        Assert.Contains(
            "is not overridden", Assert.Throws<NotSupportedException>(() => client.GetReportsAsync(source)).Message,
            StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => client.GetRecordsAsync(source, "r"));
        Assert.Throws<NotSupportedException>(() => client.WithVersion(GraphVersion.Beta));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetLatestReportAsync(source));
    }

    private sealed class ClientWithOneReport : AttendanceClient
    {
        public override Task<AttendanceReport> GetReportAsync(
            AttendanceSource source, string reportId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new AttendanceReport { Id = "mocked" });
    }
}
