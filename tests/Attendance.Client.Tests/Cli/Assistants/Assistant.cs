using System.IO.Pipelines;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Attendance.Client.Tests.Cli;

/// <summary>An assistant that has started the tool, by the protocol's own client.</summary>
internal sealed class Assistant : IAsyncDisposable
{
    private readonly PipeWriter _toTool;
    private readonly Task<ToolResult> _run;

    private Assistant(McpClient client, PipeWriter toTool, Task<ToolResult> run) => (Client, _toTool, _run) = (client, toTool, run);

    public McpClient Client { get; }

    /// <summary>Starts the tool with options of its command.</summary>
    public static async Task<Assistant> StartAsync(string options, HttpMessageHandler? handler = null)
    {
        var (toTool, fromTool) = (new Pipe(), new Pipe());
        var tool = new Tool
        {
            Handler = handler,
            AssistantInput = toTool.Reader.AsStream(),
            AssistantOutput = fromTool.Writer.AsStream(),
            TimeProvider = TimeProvider.System,
        };
        if (handler is not null)
            tool.Environment["ATTENDANCE_TOKEN"] = "token-of-the-test";
        var run = tool.RunAsync($"mcp {options}");
        var connecting = McpClient.CreateAsync(new StreamClientTransport(toTool.Writer.AsStream(), fromTool.Reader.AsStream()));
        if (await Task.WhenAny(connecting, run) == run)
            Assert.Fail((await run).Error);
        return new Assistant(await connecting, toTool.Writer, run);
    }

    public Task<CallToolResult> CallAsync(string tool, params (string Name, object Value)[] arguments) =>
        Client.CallToolAsync(tool, arguments.ToDictionary(pair => pair.Name, pair => (object?)pair.Value)).AsTask();

    /// <summary>The answer of a tool that does not fail.</summary>
    public async Task<JsonObject> AskAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError is not true, TextOf(result));
        return JsonNode.Parse(TextOf(result))!.AsObject();
    }

    /// <summary>What a tool says that fails.</summary>
    public async Task<string> FailAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError);
        return TextOf(result);
    }

    public static string TextOf(CallToolResult result) => ((TextContentBlock)result.Content[0]).Text;

    public static string SvgOf(CallToolResult result) =>
        ((TextResourceContents)((EmbeddedResourceBlock)result.Content[1]).Resource).Text;

    /// <summary>What the tool ends with.</summary>
    public async Task<ToolResult> EndAsync()
    {
        await Client.DisposeAsync();
        await _toTool.CompleteAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync() => await EndAsync();
}
