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
    [InlineData("AttendanceClient client = new(new ClientSecretCredential(\"tenant\", \"client\", \"secret\"), new AttendanceClientOptions { Version = GraphVersion.Beta });")]
    [InlineData("var credential = new DefaultAzureCredential();\nvar client = new AttendanceClient(options: new AttendanceClientOptions(), credential: credential);")]
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

        Assert.Equal("4", await ReadmeProgram.RunAsync(new ReadmeBlock("Client", 1, program, Output: null)));
    }

    [Fact]
    public async Task A_test_class_is_run()
    {
        const string TestClass = """
            using Attendance.Client.Testing;
            using Xunit;

            public class Meetings
            {
                [Fact]
                public async Task Somebody_came() =>
                    Assert.Null(await SampleData.CreateGraph().CreateClient().GetLatestReportAsync(SampleData.Meeting));
            }
            """;

        await Assert.ThrowsAsync<Xunit.Sdk.NullException>(() => ReadmeProgram.RunAsync(new ReadmeBlock("Test", 1, TestClass, Output: null)));
    }

    [Theory]
    [InlineData("int number = \"text\";", "README.md(7,14): error CS0029")]
    [InlineData("int unused;", "README.md(7,5): warning CS0168")]
    public async Task A_fault_is_told_with_its_line_in_README(string program, string fault)
    {
        var failure = await Assert.ThrowsAsync<Xunit.Sdk.EmptyException>(() => ReadmeProgram.RunAsync(new ReadmeBlock("Fault", 7, program, Output: null)));

        Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }
}
