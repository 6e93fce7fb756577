using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Attendance.Cli;

/// <summary>A tool of an assistant, which reads and changes nothing.</summary>
/// <typeparam name="T">What it reads.</typeparam>
internal abstract partial class AssistantTool<T> : McpServerTool
    where T : class
{
    private const int LongestAnswer = 100_000;
    private const int KeptReadings = 4;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private static readonly Command Anonymous = new("mcp");

    private readonly AssistantConnection _connection;
    private readonly IReadOnlyList<ToolParameter> _parameters;
    private readonly LinkedList<(string Key, DateTimeOffset ReadAt, Question Question, T Read)> _kept = [];

    protected AssistantTool(
        AssistantConnection connection, string name, string title, string description, params IReadOnlyList<ToolParameter> parameters)
    {
        (_connection, _parameters) = (connection, parameters);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject([.. parameters.Select(parameter =>
                KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.ToSchema()))]),
            ["required"] = new JsonArray(
                [.. parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode?)parameter.Name)]),
            ["additionalProperties"] = false,
        };
        ProtocolTool = new Tool
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = JsonElement.Parse(schema.ToJsonString()),
            Annotations = new ToolAnnotations
            {
                Title = title,
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = true,
            },
        };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    /// <summary>What people are called.</summary>
    protected PersonNames Names => _connection.Names;

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var arguments = new ToolArguments(request.Params?.Arguments, _parameters);
            var (question, read) = Kept(arguments) ?? await AskAsync(arguments, cancellationToken).ConfigureAwait(false);
            return Finish(Tell(read, question, arguments));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(exception, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all that the answer to a question takes, whatever page of it is wanted.</summary>
    protected abstract Task<T> ReadAsync(Question question, CancellationToken cancellationToken);

    /// <summary>The answer: totals first, and the page that is wanted.</summary>
    protected abstract JsonObject Write(T read, Question question, ToolArguments arguments);

    /// <summary>What goes with the answer.</summary>
    protected virtual IEnumerable<ContentBlock> Attach(T read, Question question, ToolArguments arguments) => [];

    // The first page is read anew, and those that follow are pages of the same list.
    private (Question Question, T Read)? Kept(ToolArguments arguments)
    {
        if ((arguments.Number(ToolArguments.PageName) ?? 1) == 1)
            return null;

        lock (_kept)
        {
            foreach (var (key, readAt, question, read) in _kept)
            {
                if (key == arguments.Key && _connection.Surroundings.TimeProvider.GetUtcNow() - readAt < KeptFor)
                    return (question, read);
            }
        }

        return null;
    }

    private async Task<(Question Question, T Read)> AskAsync(ToolArguments arguments, CancellationToken cancellationToken)
    {
        var question = new Question(_connection, arguments);
        var read = await ReadAsync(question, cancellationToken).ConfigureAwait(false);
        lock (_kept)
        {
            _kept.AddFirst((arguments.Key, _connection.Surroundings.TimeProvider.GetUtcNow(), question, read));
            if (_kept.Count > KeptReadings)
                _kept.RemoveLast();
        }

        return (question, read);
    }

    private List<ContentBlock> Tell(T read, Question question, ToolArguments arguments)
    {
        var answer = Write(read, question, arguments);
        answer.Insert(0, "timeZone", question.Zone.Name);
        if (question.Notes.Count > 0)
            answer["notes"] = new JsonArray([.. question.Notes.Select(note => (JsonNode?)InParameters(note))]);
        return [new TextContentBlock { Text = Names.Of(AnswerJson.TextOf(answer)) }, .. Attach(read, question, arguments)];
    }

    private static CallToolResult Finish(List<ContentBlock> content)
    {
        var length = content.Sum(block => block switch
        {
            TextContentBlock text => text.Text.Length,
            EmbeddedResourceBlock { Resource: TextResourceContents resource } => resource.Text.Length,
            _ => 0,
        });
        return length <= LongestAnswer ? new CallToolResult { Content = content } : throw new UsageException(
            $"The answer is longer than {CellText.Of(LongestAnswer)} characters. Ask for less: a shorter time, a lower page_size, " +
            "or the chart head-count.");
    }

    private async Task<CallToolResult> FailAsync(Exception exception, CancellationToken cancellationToken)
    {
        if (Failure.Of(exception, Anonymous, cancellationToken) is not { } failure)
        {
            await _connection.Surroundings.Error.WriteLineAsync(exception.ToString()).ConfigureAwait(false);
            failure = new Failure(
                ExitCode.RequestFailed,
                [
                    $"error: attendance itself failed ({exception.GetType().Name}).",
                    "what to do: Try once more; then ask for something else.",
                ]);
        }

        // The help of the command is of no use to an assistant.
        var lines = failure.Lines.Where(line => !line.StartsWith("See: attendance mcp", StringComparison.Ordinal));
        var text = Names.Of(InParameters(string.Join('\n', lines)));
        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = text }] };
    }

    // What the tool says of its options, as the assistant has them.
    private string InParameters(string text) => OptionName().Replace(text, match =>
    {
        var name = match.Groups["name"].Value.Replace('-', '_');
        return _parameters.Any(parameter => parameter.Name == name) ? name : match.Value;
    }).Replace("Pass --session with one of", "list_sessions gives the source of each. They are", StringComparison.Ordinal);

    [GeneratedRegex("--(?<name>[a-z][a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionName();
}
