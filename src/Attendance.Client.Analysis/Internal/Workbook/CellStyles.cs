using System.Drawing;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Attendance.Client.Analysis.Internal;

/// <summary>How cells look, by what they hold and by whether somebody was there.</summary>
internal sealed class CellStyles
{
    private static readonly Color HeadFill = Color.FromArgb(0x30, 0x3A, 0x5F);

    private readonly StyleId[,] _styles = new StyleId[(int)CellKind.Flag + 1, (int)AttendanceStatus.Unexpected + 2];

    public CellStyles(Spreadsheet spreadsheet)
    {
        Head = spreadsheet.AddStyle(new Style
        {
            Font = new Font { Bold = true, Color = Color.White },
            Fill = new Fill { Color = HeadFill },
            Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignment.Center },
        });
        for (var kind = CellKind.Text; kind <= CellKind.Flag; kind++)
        {
            _styles[(int)kind, 0] = spreadsheet.AddStyle(StyleOf(kind, status: null));
            for (var status = AttendanceStatus.Unknown; status <= AttendanceStatus.Unexpected; status++)
                _styles[(int)kind, (int)status + 1] = spreadsheet.AddStyle(StyleOf(kind, status));
        }
    }

    public StyleId Head { get; }

    public StyleId Of(CellKind kind, AttendanceStatus? status) => _styles[(int)kind, status is { } known ? (int)known + 1 : 0];

    private static Style StyleOf(CellKind kind, AttendanceStatus? status)
    {
        var (fill, letters) = ColorsOf(status);
        return new Style
        {
            Format = kind switch
            {
                CellKind.Time => NumberFormat.Custom(@"yyyy\-mm\-dd hh:mm:ss"),
                CellKind.Duration => NumberFormat.Custom("[h]:mm:ss"),
                CellKind.Share => NumberFormat.Custom("0.0%"),
                _ => null,
            },
            Fill = new Fill { Color = fill },
            Font = new Font { Color = letters },
        };
    }

    // Dark letters on a light ground of the same hue, legible also in gray. The words say the same.
    private static (Color? Fill, Color? Letters) ColorsOf(AttendanceStatus? status) => status switch
    {
        AttendanceStatus.Present => (Color.FromArgb(0xE2, 0xF0, 0xD9), Color.FromArgb(0x1E, 0x4D, 0x1A)),
        AttendanceStatus.Late => (Color.FromArgb(0xFF, 0xF2, 0xCC), Color.FromArgb(0x5C, 0x43, 0x00)),
        AttendanceStatus.Partial => (Color.FromArgb(0xFC, 0xE0, 0xC8), Color.FromArgb(0x6B, 0x33, 0x00)),
        AttendanceStatus.Absent => (Color.FromArgb(0xF4, 0xB6, 0xB6), Color.FromArgb(0x7A, 0x0A, 0x0A)),
        AttendanceStatus.Excused => (Color.FromArgb(0xE3, 0xE3, 0xE3), Color.FromArgb(0x40, 0x40, 0x40)),
        AttendanceStatus.Unexpected => (Color.FromArgb(0xDC, 0xE6, 0xF7), Color.FromArgb(0x1B, 0x36, 0x66)),
        _ => (null, null),
    };
}
