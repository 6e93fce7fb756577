namespace Attendance.Client.Tests.Readme;

[Collection(ConsoleTests.Name)]
public class ReadmeRouting
{
    private const string Usings = """
        using Attendance.Client;
        using Attendance.Client.Testing;
        using Azure.Core;
        using Azure.Identity;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("var client = new AttendanceClient(new DefaultAzureCredential());")]
    [InlineData(
        "AttendanceClient client = new(new ClientSecretCredential(\"tenant\", " +
        "\"client\", \"secret\"), new AttendanceClientOptions { Version = GraphVersion.Beta });")]
    [InlineData(
        "var credential = new DefaultAzureCredential();\n" +
        "var client = new AttendanceClient(options: new AttendanceClientOptions(), credential: credential);")]
    [InlineData("var client = new AttendanceClient(new HttpClient(SampleData.CreateGraph()), new FakeCredential());")]
    [InlineData("""
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
        services.AddAttendanceClient(options => options.ApplicationId = "Readme");
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AttendanceClient>();
        """)]
    public async Task A_client_of_a_program_reads_from_the_graph_in_memory(string makeClient)
    {
        var program = $"{Usings}{makeClient}\nConsole.Write((await client.GetLatestReportAsync(SampleData.Meeting))?.ParticipantCount);";

        Assert.Equal("4", await ReadmeProgram.RunAsync(Block(program)));
    }

    [Theory]
    [InlineData("[Fact]", "")]
    [InlineData("[Theory, InlineData(1), InlineData(2)]", "int session")]
    public async Task A_test_class_is_run(string attribute, string parameter)
    {
        var testClass = $$"""
            using Attendance.Client.Testing;
            using Xunit;

            public class Meetings
            {
                {{attribute}}
                public async Task Somebody_came({{parameter}}) =>
                    Assert.Null(await SampleData.CreateGraph().CreateClient().GetLatestReportAsync(SampleData.Meeting));
            }
            """;

        await Assert.ThrowsAsync<Xunit.Sdk.NullException>(() => ReadmeProgram.RunAsync(Block(testClass)));
    }

    [Fact]
    public async Task A_client_of_a_test_class_reads_from_where_it_says()
    {
        const string TestClass = """
            using Attendance.Client;
            using Attendance.Client.Testing;
            using Xunit;

            public class Meetings
            {
                [Fact]
                public async Task Have_a_report() =>
                    await new AttendanceClient(new FakeCredential(), new AttendanceClientOptions { Endpoint = new Uri("http://127.0.0.1:1"), MaxRetries = 0 })
                        .GetLatestReportAsync(SampleData.Meeting);
            }
            """;

        await Assert.ThrowsAsync<HttpRequestException>(() => ReadmeProgram.RunAsync(Block(TestClass)));
    }

    [Fact]
    public async Task A_web_application_is_run_by_the_test_class_behind_it()
    {
        const string Markdown = """
            ```csharp
            var application = WebApplication.CreateBuilder(args).Build();
            application.MapGet("/", () => "Hello");
            application.Run();
            ```

            ```csharp
            using Microsoft.AspNetCore.Mvc.Testing;
            using Xunit;

            public class Greetings
            {
                [Fact]
                public async Task Are_polite()
                {
                    using var application = new WebApplicationFactory<Program>();
                    Assert.Equal("Good morning", await application.CreateClient().GetStringAsync(new Uri("/", UriKind.Relative)));
                }
            }
            ```
            """;

        var failure = await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(
            () => ReadmeProgram.RunAsync(Assert.Single(ReadmeBlock.In("README.md", Markdown))));

        Assert.Contains("\"Hello\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int number = \"text\";", "README.md(7,14): error CS0029")]
    [InlineData("int unused;", "README.md(7,5): warning CS0168")]
    public async Task A_fault_is_told_with_its_line_in_README(string program, string fault)
    {
        var failure = await Assert.ThrowsAsync<Xunit.Sdk.FailException>(() => ReadmeProgram.RunAsync(Block(program, line: 7)));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }

    private static ReadmeBlock Block(string code, int line = 1) => new("README.md", "Block", line, code, Output: null);
}
