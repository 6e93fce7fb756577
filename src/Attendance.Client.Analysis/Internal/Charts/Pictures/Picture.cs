namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What goes into an SVG element, with its size and what it shows in words.</summary>
internal sealed record Picture(double Width, double Height, string Title, string Description, Markup Body, bool IsEmpty = false);
