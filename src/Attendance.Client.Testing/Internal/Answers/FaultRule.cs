namespace Attendance.Client.Testing.Internal;

/// <summary>A fault and the requests that it is for.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="Operation">To which requests, or null for all.</param>
/// <param name="Every">1 for every one of them, 2 for every other one, and so on.</param>
/// <param name="Times">How many times, or null for no end.</param>
internal sealed record FaultRule(GraphFault Fault, GraphOperation? Operation, int Every, int? Times);
