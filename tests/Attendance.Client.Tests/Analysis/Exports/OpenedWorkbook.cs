using System.Text;
using ExcelDataReader;

namespace Attendance.Client.Tests.Analysis.Exports;

/// <summary>A workbook as another library reads it: sheets by name, rows of cells with what they hold and how they look.</summary>
internal static class OpenedWorkbook
{
    // The library asks for an encoding of old files even where there is none.
    static OpenedWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<(string Name, List<object?[]> Rows)> Read(Stream stream)
    {
        var sheets = new List<(string, List<object?[]>)>();
        using var reader = Open(stream);
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());

        return sheets;
    }

    /// <summary>Formats of the cells in the second row of the first sheet.</summary>
    public static List<string?> Formats(Stream stream)
    {
        using var reader = Open(stream);
        reader.Read();
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetNumberFormatString)];
    }

    private static IExcelDataReader Open(Stream stream)
    {
        stream.Position = 0;
        return ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
    }
}
