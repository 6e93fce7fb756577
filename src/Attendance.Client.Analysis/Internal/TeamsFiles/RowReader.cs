namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Splits text into rows of cells.</summary>
/// <remarks>
/// RFC 4180, with whatever separator, made for damage, which a library's reader answers with an exception or with silence: a quotation mark
/// that is never closed is a letter and swallows no rows, and every row knows its line.
/// </remarks>
internal sealed class RowReader
{
    public const int MostRows = 2_000_000;

    private const int MostCells = 64;
    private const int LongestQuoted = 4000;
    private const int MostQuotedLines = 8;
    private const char FileBorder = '\uFEFF';

    private readonly string _text;
    private readonly List<FileRow> _rows = [];
    private readonly List<string> _cells = [];
    private char _separator;
    private int _at;
    private int _line = 1;

    // Where the next quotation mark stands that may close a cell, and the line and the last separator before it. It only moves on, so that
    // marks without an end cost no time.
    private int _closer = -1;
    private int _closerLine = 1;
    private int _lastSeparator = -1;

    private RowReader(string text) => _text = text;

    /// <summary>The rows, or null where there are too many, and the separator of the first file in the text.</summary>
    public static List<FileRow>? TryRead(string text, out char separator)
    {
        separator = Separators.Find(text, 0);
        var reader = new RowReader(text);
        return reader.TryReadAll(separator) ? reader._rows : null;
    }

    private bool TryReadAll(char separator)
    {
        _separator = separator;
        var (followsGap, beginsFile) = (false, false);
        while (_at < _text.Length)
        {
            if (_text[_at] == FileBorder)
            {
                _at++;
                beginsFile = true;
                _separator = Separators.Find(_text, _at);
                continue;
            }

            var line = _line;
            ReadRow();
            if (line == 1 && _cells.Count <= 2 && _cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                continue;

            var (width, endsInCell) = (_cells.Count, _cells[_cells.Count - 1].Length > 0);
            var cells = Filled();
            if (cells.Length == 0)
            {
                followsGap = true;
                continue;
            }

            if (_rows.Count == MostRows)
                return false;

            var endsFile = _at >= _text.Length && _text[_text.Length - 1] is not ('\n' or '\r');
            _rows.Add(new FileRow(line, cells)
            {
                Width = width,
                FollowsGap = followsGap,
                BeginsFile = beginsFile,
                EndsFile = endsFile,
                IsOpen = endsFile && endsInCell,
            });
            (followsGap, beginsFile) = (false, false);
        }

        return true;
    }

    private string[] Filled()
    {
        var count = _cells.Count;
        while (count > 0 && _cells[count - 1].Length == 0)
            count--;
        var kept = 0;
        for (var index = 0; index < count; index++)
        {
            // Programs that split at commas tear the date from its time.
            if (index + 1 < count && IsNumber(_cells[index]) && IsNumber(_cells[index + 1])
                && ClockTime.TryParse(_cells[index], out var date) && date is { HasDate: true, HasTime: false }
                && ClockTime.TryParse(_cells[index + 1], out var time) && time is { HasDate: false, HasTime: true })
            {
                _cells[kept++] = $"{_cells[index]}, {_cells[index + 1]}";
                index++;
            }
            else
            {
                _cells[kept++] = _cells[index];
            }
        }

        var cells = new string[kept];
        _cells.CopyTo(0, cells, 0, kept);
        return cells;
    }

    private static bool IsNumber(string cell) => cell.Length > 0 && char.IsDigit(cell[0]);

    private void ReadRow()
    {
        _cells.Clear();
        do
        {
            var cell = ReadCell();
            if (_cells.Count < MostCells)
                _cells.Add(cell);
        }
        while (TakeSeparator());
        TakeLineEnd();
    }

    private bool TakeSeparator()
    {
        if (_at >= _text.Length || _text[_at] != _separator)
            return false;

        _at++;
        return true;
    }

    private void TakeLineEnd()
    {
        if (_at >= _text.Length || _text[_at] == FileBorder)
            return;

        _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _line++;
    }

    private string ReadCell()
    {
        if (_at < _text.Length && _text[_at] == '"' && FindCloser())
        {
            var quoted = _text.Substring(_at + 1, _closer - _at - 1).Replace("\"\"", "\"");
            _line = _closerLine;
            _at = _closer + 1;
            return CellText.Clean(quoted);
        }

        var start = _at;
        while (_at < _text.Length && !EndsCell(_text[_at]))
            _at++;
        return CellText.Clean(_text.Substring(start, _at - start));
    }

    private bool EndsCell(char letter) => letter == _separator || letter is '\r' or '\n' or FileBorder;

    // An odd number of marks before the end of a cell closes it; the first of all opens it.
    private bool FindCloser()
    {
        if (_closer <= _at)
        {
            (_closerLine, _lastSeparator) = (_line, -1);
            _closer = NextCloser(_at + 1);
        }

        return _closer < _text.Length
            && _closer - _at <= LongestQuoted
            && _closerLine - _line <= MostQuotedLines
            // A title may go over several lines. Rows that hold separators are rows.
            && (_closerLine == _line || _separator == ',' || _lastSeparator < _at);
    }

    private int NextCloser(int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            var letter = _text[at];
            if (letter == '\n' || (letter == '\r' && (at + 1 == _text.Length || _text[at + 1] != '\n')))
                _closerLine++;
            else if (letter == _separator)
                _lastSeparator = at;
            if (letter != '"')
                continue;

            var first = at;
            while (at + 1 < _text.Length && _text[at + 1] == '"')
                at++;
            if ((at - first) % 2 == 0 && (at + 1 == _text.Length || EndsCell(_text[at + 1])))
                return at;
        }

        return _text.Length;
    }
}
