using System.Reflection;
using Xunit.Sdk;

namespace Attendance.Client.Archive.Tests;

/// <summary>Runs a theory on SQLite; what it gives comes behind the kind of the database.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] arguments) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Sqlite, .. arguments]];
}
