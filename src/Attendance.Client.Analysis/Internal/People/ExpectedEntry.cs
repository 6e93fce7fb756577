using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Somebody on a list of people who are expected.</summary>
/// <param name="Person">The person.</param>
/// <param name="Session">The place of the session that the list is about.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExpectedEntry(ExpectedPerson Person, int Session);
