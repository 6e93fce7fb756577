using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class ClientOptions
{
    public static TheoryData<string, Action<AttendanceClientOptions>, string> Faults => new()
    {
        { "version", options => options.Version = (GraphVersion)7,
            "Version is 7, which is no version of Graph: use GraphVersion.V1 or GraphVersion.Beta." },
        { "no endpoint", options => options.Endpoint = null!, "Endpoint is null. Use one of GraphCloud, such as GraphCloud.Global." },
        { "relative", options => options.Endpoint = new Uri("graph", UriKind.Relative),
            "Endpoint is \"graph\", which is no absolute URL." },
        { "plain HTTP", options => options.Endpoint = new Uri("http://graph.microsoft.com"),
            "a token is sent over HTTPS only, but for a loopback address." },
        { "HTTP that looks like loopback", options => options.Endpoint = new Uri("http://127.0.0.1.evil.example"),
            "a token is sent over HTTPS only" },
        { "other scheme", options => options.Endpoint = new Uri("ftp://127.0.0.1"), "a token is sent over HTTPS only" },
        { "query", options => options.Endpoint = new Uri("https://graph.microsoft.com/?x=1"),
            "Endpoint has a query, a fragment or user information" },
        { "fragment", options => options.Endpoint = new Uri("https://graph.microsoft.com/#x"),
            "Endpoint has a query, a fragment or user information, where only scheme, host, port and path belong." },
        { "user", options => options.Endpoint = new Uri("https://me:secret@graph.microsoft.com"),
            "Endpoint has a query, a fragment or user information" },
        { "version in the endpoint", options => options.Endpoint = new Uri("https://graph.microsoft.com/v1.0/"),
            "with a version in it. Leave it out and set Version." },
        { "other version in the endpoint", options => options.Endpoint = new Uri("https://gateway.contoso.com/graph/BETA"),
            "Endpoint is \"https://gateway.contoso.com/graph/BETA\", with a version in it." },
        { "application", options => options.ApplicationId = "my\napp", "ApplicationId is \"my\napp\", which cannot stand in a User-Agent" },
        { "several products", options => options.ApplicationId = "contoso-lms/2.1 other/1",
            "ApplicationId is \"contoso-lms/2.1 other/1\", which cannot stand in a User-Agent: use a name such as \"contoso-lms/2.1\"." },
        { "no application", options => options.ApplicationId = "", "ApplicationId is \"\", which cannot stand in a User-Agent" },
        { "retries", options => options.MaxRetries = -1, "MaxRetries is -1: use 0 for no retry, or more." },
        { "no patience", options => options.MaxRetryDelay = TimeSpan.Zero,
            "MaxRetryDelay is 00:00:00: use more than zero and at most one day, and MaxRetries = 0 for no retry." },
        { "endless patience", options => options.MaxRetryDelay = TimeSpan.MaxValue,
            "MaxRetryDelay is 10675199.02:48:05.4775807: use more than zero" },
        { "no time", options => options.AttemptTimeout = TimeSpan.Zero,
            "AttemptTimeout is 00:00:00: use more than zero and at most one day, or Timeout.InfiniteTimeSpan." },
        { "too much time", options => options.AttemptTimeout = TimeSpan.FromDays(2),
            "AttemptTimeout is 2.00:00:00: use more than zero and at most one day" },
        { "clock", options => options.TimeProvider = null!, "TimeProvider is null: use TimeProvider.System." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void An_option_that_is_not_valid_is_named_with_the_cause_and_the_cure(
        string what, Action<AttendanceClientOptions> spoil, string fault)
    {
        var options = new AttendanceClientOptions();
        spoil(options);

        var ofOwnConnection = Assert.Throws<ArgumentException>(() => new AttendanceClient(new FakeCredential(), options));
        var ofGivenConnection = Assert.Throws<ArgumentException>(
            () => new AttendanceClient(new HttpClient(), new FakeCredential(), options));

        Assert.Equal("options", ofOwnConnection.ParamName);
        Assert.True(ofOwnConnection.Message.Contains(fault, StringComparison.Ordinal), $"{what}: {ofOwnConnection.Message}");
        Assert.Equal(ofOwnConnection.Message, ofGivenConnection.Message);
        Assert.DoesNotContain("secret", ofOwnConnection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_faults_are_told_together()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { MaxRetries = -1, TimeProvider = null! }));

        Assert.StartsWith(
            "MaxRetries is -1: use 0 for no retry, or more. TimeProvider is null: use TimeProvider.System.", exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerDay)]
    public void The_shortest_and_the_longest_time_that_are_named_are_valid(long ticks)
    {
        var time = TimeSpan.FromTicks(ticks);

        Assert.NotNull(new AttendanceClient(
            new FakeCredential(), new AttendanceClientOptions { MaxRetries = 0, MaxRetryDelay = time, AttemptTimeout = time }));
    }

    [Fact]
    public void The_defaults_are_v1_of_the_global_cloud()
    {
        var options = new AttendanceClientOptions();

        Assert.Equal(
            (GraphVersion.V1, GraphCloud.Global, null, null, TimeProvider.System),
            (options.Version, options.Endpoint, options.ApplicationId, options.LoggerFactory, options.TimeProvider));
        Assert.Equal(
            (3, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(100), null),
            (options.MaxRetries, options.MaxRetryDelay, options.AttemptTimeout, options.RateLimiter));
        Assert.Equal(GraphVersion.V1, new AttendanceClient(new FakeCredential()).Version);
        Assert.Equal(
            GraphVersion.Beta,
            new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { Version = GraphVersion.Beta }).Version);
    }

    [Fact]
    public void An_attempt_may_take_for_ever() =>
        Assert.NotNull(
            new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { AttemptTimeout = Timeout.InfiniteTimeSpan }));

    [Fact]
    public async Task Options_are_read_once_when_the_client_is_made()
    {
        var options = new AttendanceClientOptions();
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient(options);

        options.Version = GraphVersion.Beta;
        options.Endpoint = GraphCloud.China;
        await client.GetReportAsync(AttendanceSource.Meeting(Organizer.Me, "m"), "r");

        Assert.StartsWith("https://graph.microsoft.com/v1.0/", Assert.Single(graph.Urls), StringComparison.Ordinal);
    }
}
