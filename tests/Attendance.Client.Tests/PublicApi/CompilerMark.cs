using System.Reflection;

namespace Attendance.Client.Tests.PublicApi;

/// <summary>Attributes told by their name: the netstandard2.0 assembly has copies of its own of those that came later.</summary>
internal static class CompilerMark
{
    public static bool Has(this ICustomAttributeProvider marked, string attribute) =>
        marked.GetCustomAttributes(inherit: false).Any(mark => mark.GetType().Name == attribute);
}
