using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Attendance.Client.Tests.Readme;

/// <summary>
/// Points what would go to the network at the graph in memory: <c>new AttendanceClient(credential, options)</c> becomes
/// <c>Readme.Graph.CreateClient(options)</c>, and <c>AddAttendanceClient(...)</c> is wrapped in <c>Readme.OnGraph(...)</c>. The rest stays
/// as it is.
/// </summary>
internal sealed class GraphRouting(SemanticModel model) : CSharpSyntaxRewriter
{
    /// <summary>What the rewritten calls go to; compiled along with them.</summary>
    public const string Target = """
        using Attendance.Client.Testing;
        using Azure.Core;
        using Microsoft.Extensions.DependencyInjection;

        internal static class Readme
        {
            public static FakeGraph Graph { get; } = SampleData.CreateGraph();

            public static IHttpClientBuilder OnGraph(IHttpClientBuilder builder)
            {
                builder.Services.AddSingleton<TokenCredential>(new FakeCredential());
                return builder.ConfigurePrimaryHttpMessageHandler(() => Graph);
            }
        }
        """;

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        IsClientWithCredential(node) ? ClientOfGraph(node) : base.VisitObjectCreationExpression(node);

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        IsClientWithCredential(node) ? ClientOfGraph(node) : base.VisitImplicitObjectCreationExpression(node);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = base.VisitInvocationExpression(node);
        return model.GetSymbolInfo(node).Symbol is { Name: nameof(Microsoft.Extensions.DependencyInjection.AttendanceClientServiceCollectionExtensions.AddAttendanceClient) }
            ? SyntaxFactory.ParseExpression($"global::Readme.OnGraph({visited!.ToString()})").WithTriviaFrom(node)
            : visited;
    }

    private bool IsClientWithCredential(BaseObjectCreationExpressionSyntax node) =>
        model.GetSymbolInfo(node).Symbol is IMethodSymbol
        {
            ContainingType.Name: nameof(AttendanceClient),
            Parameters: [{ Name: "credential" }, ..],
        };

    private static ExpressionSyntax ClientOfGraph(BaseObjectCreationExpressionSyntax node)
    {
        var arguments = node.ArgumentList!.Arguments;
        var credential = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == "credential") ?? arguments[0];
        return SyntaxFactory.ParseExpression($"global::Readme.Graph.CreateClient({string.Join(", ", arguments.Remove(credential))})")
            .WithTriviaFrom(node);
    }
}
