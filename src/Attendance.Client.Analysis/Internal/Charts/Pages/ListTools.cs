namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>What stands above a list to find, filter, sort and copy its rows; hidden until the script runs that does it.</summary>
/// <param name="wording">What they say.</param>
/// <param name="order">The order in which the rows are.</param>
internal sealed class ListTools(Wording wording, string order)
{
    private readonly Markup _filters = new();
    private readonly Markup _orders = new();
    private bool _hasFilters;

    public Markup Markup
    {
        get
        {
            var texts = wording.Texts;
            var delimiter = texts.Culture.NumberFormat.NumberDecimalSeparator == "," ? ";" : ",";
            var markup = new Markup().Add($"""
                <div class="tools" data-of="{texts.OutOf}" data-copied="{texts.Copied}" data-marks="{texts.Marks}" data-delimiter="{delimiter}" hidden>
                <label>{texts.Find} <input type="search" autocomplete="off"></label>

                """);
            if (_hasFilters)
                markup.Add($"""<div class="chips" role="group" aria-label="{texts.Show}">{_filters}</div>""").Add($"\n");
            return markup.Add($"""
                <label>{texts.SortBy} <select><option value="">{order}</option>{_orders}</select></label>
                <button type="button" class="copy">{texts.CopyCsv}</button>
                <output aria-live="polite"></output>
                </div>
                """);
        }
    }

    /// <summary>Shows the rows that have a flag, where there are any.</summary>
    public ListTools Filter(int flag, string name, int count)
    {
        if (count == 0)
            return this;

        _hasFilters = true;
        _filters.Add($"""<button type="button" aria-pressed="false" data-flag="{flag}">{name} <span>{wording.Number(count)}</span></button>""");
        return this;
    }

    /// <summary>Shows the rows with less than a share, which one may change.</summary>
    public ListTools Below(double share)
    {
        _hasFilters = true;
        var percents = Wording.Percents(share);
        var texts = wording.Texts;
        _filters.Add($"""<button type="button" aria-pressed="false" data-below="{texts.BelowFilter}">{Wording.Fill(texts.BelowFilter, percents)}</button>""")
            .Add($"""<input type="number" min="0" max="100" step="5" value="{percents}" aria-label="{texts.BelowField}">""");
        return this;
    }

    /// <summary>Sorts by the name, by a number of the rows, or by one downwards.</summary>
    public ListTools Order(string key, string name)
    {
        _orders.Add($"""<option value="{key}">{name}</option>""");
        return this;
    }
}
