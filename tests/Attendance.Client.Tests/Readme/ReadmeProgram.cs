using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Attendance.Client.Tests.Readme;

/// <summary>Compiles a block as a reader would, then runs it on the graph in memory.</summary>
internal static class ReadmeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly SyntaxTree ImplicitUsings = Parse("""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """);

    // All that the test run found its assemblies in, but for the tests themselves.
    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != Path.GetFileName(typeof(ReadmeProgram).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the block printed.</summary>
    public static async Task<string> RunAsync(ReadmeBlock block)
    {
        var assembly = new AssemblyLoadContext(block.Name).LoadFromStream(Compile(block));
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            // On the pool, where the entry point, which blocks, finds no synchronization context.
            await Task.Run(() => block.IsTestClass ? RunFactsAsync(assembly) : RunEntryPointAsync(assembly)).WaitAsync(Patience);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    private static MemoryStream Compile(ReadmeBlock block)
    {
        var code = Parse($"#line {block.Line} \"README.md\"\n{block.Code}");
        var written = CSharpCompilation.Create(
            "ReadmeBlock",
            [ImplicitUsings, code],
            References,
            new CSharpCompilationOptions(
                block.IsTestClass ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable,
                // Versions of an assembly that differ, which the SDK leaves out too.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
        AssertClean(written.GetDiagnostics());

        var routed = new GraphRouting(written.GetSemanticModel(code)).Visit(code.GetRoot());
        var assembly = new MemoryStream();
        AssertClean(written.ReplaceSyntaxTree(code, code.WithRootAndOptions(routed, Language)).AddSyntaxTrees(Parse(GraphRouting.Target)).Emit(assembly).Diagnostics);
        assembly.Position = 0;
        return assembly;
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, Language);

    private static void AssertClean(IEnumerable<Diagnostic> diagnostics) =>
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));

    private static Task RunEntryPointAsync(Assembly assembly)
    {
        var entryPoint = assembly.EntryPoint!;
        var exitCode = entryPoint.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [Array.Empty<string>()], culture: null);
        Assert.Equal(0, exitCode ?? 0);
        return Task.CompletedTask;
    }

    private static async Task RunFactsAsync(Assembly assembly)
    {
        var facts = assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute))).ToList();
        Assert.NotEmpty(facts);
        foreach (var fact in facts)
        {
            var test = Activator.CreateInstance(fact.ReflectedType!);
            try
            {
                if (fact.Invoke(test, BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null) is Task task)
                    await task;
            }
            finally
            {
                (test as IDisposable)?.Dispose();
            }
        }
    }
}
