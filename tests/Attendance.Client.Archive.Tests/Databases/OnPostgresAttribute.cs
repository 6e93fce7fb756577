using System.Reflection;
using Xunit.Sdk;

namespace Attendance.Client.Archive.Tests;

/// <summary>Runs a theory on PostgreSQL, and skips it where there is none; what it gives comes behind the kind of the database.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] _arguments;

    public OnPostgresAttribute(params object[] arguments)
    {
        _arguments = arguments;
        Skip = PostgresServer.WhyMissing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres, .. _arguments]];
}
