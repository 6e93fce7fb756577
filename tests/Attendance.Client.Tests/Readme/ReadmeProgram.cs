using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace Attendance.Client.Tests.Readme;

/// <summary>Compiles a block as a reader would, then runs it: a program on the graph in memory, a test class as it is.</summary>
internal static class ReadmeProgram
{
    private const string ApplicationName = "ReadmeApplication";

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

    // What the SDK for the web adds to every application.
    private static readonly SyntaxTree OfWebSdk = Parse("""
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using System.Net.Http.Json;

        public partial class Program;
        """);

    // All that the test run found its assemblies in, but for what no reader has: the tests themselves, and the tool.
    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path => Path.GetFileName(path) != Path.GetFileName(typeof(ReadmeProgram).Assembly.Location)
                    && Path.GetFileName(path) != "Attendance.Cli.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the block printed.</summary>
    public static async Task<string> RunAsync(ReadmeBlock block)
    {
        var assembly = Load(block);
        var (console, home) = (Console.Out, Environment.CurrentDirectory);
        // Both test projects run at once, and so the same block twice, which may write a file.
        var directory = Directory.CreateTempSubdirectory("attendance-readme-");
        using var printed = new StringWriter();
        Console.SetOut(printed);
        Environment.CurrentDirectory = directory.FullName;
        try
        {
            // On the pool, where the entry point, which blocks, finds no synchronization context.
            await Task.Run(() => block.IsTestClass ? RunFactsAsync(assembly) : RunEntryPointAsync(assembly)).WaitAsync(Patience);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = home;
            directory.Delete(recursive: true);
        }

        return printed.ToString();
    }

    private static Assembly Load(ReadmeBlock block)
    {
        var context = new AssemblyLoadContext(block.Name);
        if (block.Application is null)
            return context.LoadFromStream(Compile(block));

        using var application = Emit(
            Compilation(ApplicationName, OutputKind.ConsoleApplication, References, ImplicitUsings, OfWebSdk, Parse(block.Application)));
        context.LoadFromStream(application);
        MakeHome(ApplicationName);
        application.Position = 0;
        return context.LoadFromStream(Compile(block, MetadataReference.CreateFromStream(application)));
    }

    // WebApplicationFactory starts no application without a file of what it depends on and a folder of its files, which one in memory has
    // not.
    private static void MakeHome(string application)
    {
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, $"{application}.deps.json"), "{}");
        Environment.SetEnvironmentVariable($"ASPNETCORE_TEST_CONTENTROOT_{application.ToUpperInvariant()}", AppContext.BaseDirectory);
    }

    private static MemoryStream Compile(ReadmeBlock block, params IEnumerable<MetadataReference> applications)
    {
        var code = Parse(block);
        var written = Compilation(
            "ReadmeBlock", block.IsTestClass ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
            [.. References, .. applications], ImplicitUsings, code);
        AssertClean(written.GetDiagnostics());
        if (block.IsTestClass)
            return Emit(written);

        var routed = new GraphRouting(written.GetSemanticModel(code)).Visit(code.GetRoot());
        return Emit(written.ReplaceSyntaxTree(code, code.WithRootAndOptions(routed, Language)).AddSyntaxTrees(Parse(GraphRouting.Target)));
    }

    private static CSharpCompilation Compilation(
        string name, OutputKind kind, IEnumerable<MetadataReference> references, params IEnumerable<SyntaxTree> code) =>
        CSharpCompilation.Create(
            name,
            code,
            references,
            new CSharpCompilationOptions(
                kind,
                nullableContextOptions: NullableContextOptions.Enable,
                // Versions of an assembly that differ, which the SDK leaves out too.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    private static MemoryStream Emit(CSharpCompilation compilation)
    {
        var assembly = new MemoryStream();
        AssertClean(compilation.Emit(assembly).Diagnostics);
        assembly.Position = 0;
        return assembly;
    }

    private static SyntaxTree Parse(ReadmeBlock block) => Parse($"#line {block.Line} \"{block.Readme}\"\n{block.Code}");

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, Language);

    private static void AssertClean(IEnumerable<Diagnostic> diagnostics)
    {
        var faults = diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        if (faults.Count > 0)
            Assert.Fail(string.Join('\n', faults));
    }

    private static Task RunEntryPointAsync(Assembly assembly)
    {
        var entryPoint = assembly.EntryPoint!;
        var exitCode = entryPoint.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [Array.Empty<string>()], culture: null);
        Assert.Equal(0, exitCode ?? 0);
        return Task.CompletedTask;
    }

    private static async Task RunFactsAsync(Assembly assembly)
    {
        var facts = assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute)))
            .ToList();
        Assert.NotEmpty(facts);
        foreach (var fact in facts)
        {
            var cases = fact.IsDefined(typeof(TheoryAttribute))
                ? fact.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(fact)).ToList()
                : [[]];
            Assert.NotEmpty(cases);
            foreach (var arguments in cases)
                await RunFactAsync(fact, arguments);
        }
    }

    private static async Task RunFactAsync(MethodInfo fact, object[] arguments)
    {
        var test = Activator.CreateInstance(fact.ReflectedType!);
        try
        {
            if (fact.Invoke(test, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) is Task task)
                await task;
        }
        finally
        {
            (test as IDisposable)?.Dispose();
        }
    }
}
