using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Tables;
using SpreadCheetah.Worksheets;

namespace Attendance.Client.Analysis.Internal;

/// <summary>A workbook that is written sheet by sheet and row by row.</summary>
internal sealed class WorkbookFile : IAsyncDisposable
{
    /// <summary>How many rows a sheet of Excel has.</summary>
    private const int MaxRows = 1_048_576;

    private const int MaxColumns = 16_384;

    // What a title of a table may have.
    private const int MaxTitleLength = 255;

    // Excel takes 1900 for a leap year, and rounds up what is just below the end.
    private static readonly DateTime FirstDate = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime EndOfDates = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly HeldOutput _output;
    private readonly Spreadsheet _spreadsheet;
    private readonly WorkbookOptions _options;
    private readonly CellStyles _styles;
    private readonly SheetNames _names = new();

    private WorkbookFile(HeldOutput output, Spreadsheet spreadsheet, WorkbookOptions options)
    {
        _output = output;
        _spreadsheet = spreadsheet;
        _options = options;
        _styles = new CellStyles(spreadsheet);
    }

    public static async Task<WorkbookFile> CreateAsync(Stream stream, WorkbookOptions options, CancellationToken cancellationToken)
    {
        var output = new HeldOutput(stream);
        var spreadsheet = await Spreadsheet.CreateNewAsync(
            output, new SpreadCheetahOptions { PreserveStringWhitespace = true }, cancellationToken).ConfigureAwait(false);
        return new WorkbookFile(output, spreadsheet, options);
    }

    /// <summary>Writes a sheet, and another with the same head for what does not fit.</summary>
    public async Task WriteSheetAsync<TRow>(
        string name, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, int frozenColumns, CancellationToken cancellationToken)
    {
        if (columns.Count > MaxColumns)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The sheet \"{0}\" would have {1} columns, and Excel has room for {2}. " +
                    "Write fewer sessions or questions at a time, or CSV.",
                    name, columns.Count, MaxColumns),
                nameof(columns));
        }

        using var given = rows.GetEnumerator();
        var isRow = given.MoveNext();
        var cells = new StyledCell[columns.Count];
        do
        {
            await StartSheetAsync(name, columns, frozenColumns, isRow, cancellationToken).ConfigureAwait(false);
            for (var written = 1; isRow && written < MaxRows; written++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var index = 0; index < cells.Length; index++)
                    cells[index] = CellOf(columns[index], given.Current);
                await _spreadsheet.AddRowAsync(cells, cancellationToken).ConfigureAwait(false);
                isRow = given.MoveNext();
            }
        }
        while (isRow);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _spreadsheet.FinishAsync(cancellationToken).ConfigureAwait(false);
        await _spreadsheet.DisposeAsync().ConfigureAwait(false);
        await _output.PassOnAsync(isEnd: true, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _spreadsheet.DisposeAsync();

    private async Task StartSheetAsync<TRow>(
        string name, IReadOnlyList<Column<TRow>> columns, int frozenColumns, bool hasRows, CancellationToken cancellationToken)
    {
        var options = new WorksheetOptions { FrozenRows = 1, FrozenColumns = frozenColumns == 0 ? null : frozenColumns };
        var titles = new string[columns.Count];
        var distinct = new DistinctNames([], MaxTitleLength);
        for (var index = 0; index < titles.Length; index++)
        {
            titles[index] = distinct.Next(TitleOf(columns[index]));
            options.Column(index + 1).Width = WidthOf(columns[index]);
        }

        await _spreadsheet.StartWorksheetAsync(_names.Next(name), options, cancellationToken).ConfigureAwait(false);
        // A table has at least one row, and with it comes the filter.
        if (hasRows)
            _spreadsheet.StartTable(new Table(TableStyle.Light1));
        await _spreadsheet.AddHeaderRowAsync(titles, _styles.Head, cancellationToken).ConfigureAwait(false);
    }

    private string TitleOf<TRow>(Column<TRow> column)
    {
        var title = column.Group is null ? WorkbookWords.Title(_options.Texts, column.Name) : column.Name;
        return CellText.Title(column.Kind == CellKind.Time ? $"{title} ({_options.TimeZone.Id})" : title);
    }

    private static double WidthOf<TRow>(Column<TRow> column) => column switch
    {
        { Group: RegisterMatrix.Group } => 16,
        { Group: AnswerColumns.Group } => 32,
        { Name: "displayName" or "subject" } => 30,
        { Name: "emailAddress" } => 34,
        { Name: "firstName" or "lastName" } => 18,
        { Kind: CellKind.Time } => 20,
        { Kind: CellKind.Text } => 16,
        _ => 13,
    };

    private StyledCell CellOf<TRow>(Column<TRow> column, TRow row)
    {
        var value = column.Get(row);
        var status = column.Status?.Invoke(row);
        return value is null && status is null ? default : new StyledCell(CellOf(column, value), _styles.Of(column.Kind, status));
    }

    private DataCell CellOf<TRow>(Column<TRow> column, object? value) => value switch
    {
        null => default,
        string role when column.Name == "role" => new DataCell(CellText.Of(WorkbookWords.Role(_options.Texts, role))),
        string text => new DataCell(CellText.Of(text)),
        Enum named => new DataCell(WorkbookWords.Value(_options.Texts, named)),
        bool flag => new DataCell(flag ? _options.Texts.Yes : _options.Texts.No),
        DateTimeOffset time => TimeOf(time),
        long seconds => new DataCell(seconds / 86_400d),
        int number => new DataCell(number),
        _ => new DataCell((double)value),
    };

    private DataCell TimeOf(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, _options.TimeZone).DateTime;
        return local >= FirstDate && local < EndOfDates ? new DataCell(local) : new DataCell(LocalTime.Of(time, _options.TimeZone));
    }
}
