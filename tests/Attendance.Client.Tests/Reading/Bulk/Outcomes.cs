namespace Attendance.Client.Tests.Bulk;

public class Outcomes
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public void An_outcome_with_reports_is_a_success()
    {
        var reports = new List<AttendanceReport> { new() { Id = "r" } };
        var outcome = new AttendanceOutcome(Source, reports);
        reports.Clear();

        Assert.True(outcome.IsSuccess);
        Assert.Null(outcome.Error);
        Assert.Equal([new AttendanceReport { Id = "r" }], outcome.GetReports());
        Assert.Equal(new AttendanceOutcome(Source, [new AttendanceReport { Id = "r" }]), outcome);
    }

    [Fact]
    public void An_outcome_with_an_error_throws_that_error_where_its_reports_are_asked_for()
    {
        var error = Assert.Throws<InvalidOperationException>(Fail);
        var outcome = new AttendanceOutcome(Source, error);

        Assert.False(outcome.IsSuccess);
        Assert.Null(outcome.Reports);
        Assert.Same(error, Assert.Throws<InvalidOperationException>(() => outcome.GetReports()));
        Assert.Contains(nameof(Fail), error.StackTrace, StringComparison.Ordinal);

        static void Fail() => throw new InvalidOperationException("no");
    }

    [Fact]
    public void Null_is_refused_with_the_name_of_the_parameter()
    {
        var client = new StubGraph().CreateClient();

        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => new AttendanceOutcome(null!, [])).ParamName);
        Assert.Equal(
            "reports",
            Assert.Throws<ArgumentNullException>(() => new AttendanceOutcome(Source, (IReadOnlyList<AttendanceReport>)null!)).ParamName);
        Assert.Equal(
            "source", Assert.Throws<ArgumentNullException>(() => new AttendanceOutcome(null!, new InvalidOperationException())).ParamName);
        Assert.Equal("error", Assert.Throws<ArgumentNullException>(() => new AttendanceOutcome(Source, (Exception)null!)).ParamName);
        Assert.Equal(
            "sources", Assert.Throws<ArgumentNullException>(() => client.GetReportsAsync((IEnumerable<AttendanceSource>)null!)).ParamName);
        Assert.Equal(
            "sources",
            Assert.Throws<ArgumentNullException>(() => client.GetReportsAsync((IAsyncEnumerable<AttendanceSource>)null!)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void To_work_at_none_at_once_is_refused(int concurrency)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new BulkOptions { MaxConcurrency = concurrency });

        Assert.Equal(concurrency, exception.ActualValue);
        Assert.StartsWith("MaxConcurrency must be 1 or more.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_are_at_work_at_once_unless_the_options_say_otherwise() =>
        Assert.Equal(new BulkOptions { MaxConcurrency = 8, IncludeRecords = false, InOrder = false }, new BulkOptions());
}
