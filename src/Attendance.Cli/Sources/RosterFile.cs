using System.Globalization;
using System.Text;
using Attendance.Client.Analysis;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Attendance.Cli;

/// <summary>A list of the user's own of people who are expected.</summary>
internal static class RosterFile
{
    private const string Cure =
        "Put people in rows below a row of titles: id (of the Entra user), email, name, or first name and last name, " +
        "and if need be excused.";

    private const int MostRows = 1_000_000;
    private const int JudgedBytes = 4096;

    private static readonly UTF8Encoding Utf8OrNothing = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (RosterColumn Column, string[] Titles)[] Titles =
    [
        (RosterColumn.Id, ["id", "object id", "user id", "entra id", "azure ad object id", "aad id", "objektid", "identifiant"]),
        (
            RosterColumn.Address,
            [
                "email", "e mail", "mail", "email address", "e mail address", "address", "upn", "user principal name", "participant id upn",
                "primary email", "e mail adresse", "email adresse", "mailadresse", "adresse", "courriel", "adresse e mail", "adresse email",
                "correo", "correo electronico",
            ]),
        (
            RosterColumn.Name,
            ["name", "full name", "display name", "anzeigename", "vollstandiger name", "nom complet", "nombre completo", "participant"]),
        (RosterColumn.FirstName, ["first name", "given name", "firstname", "forename", "vorname", "prenom", "nombre"]),
        (
            RosterColumn.LastName,
            ["last name", "family name", "surname", "lastname", "nachname", "familienname", "nom", "apellido", "apellidos"]),
        (RosterColumn.Excused, ["excused", "entschuldigt", "excuse", "justificado"]),
    ];

    /// <summary>The people of a file.</summary>
    /// <param name="name">The option that names it.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Leaves the reading behind.</param>
    /// <exception cref="UsageException">It cannot be read, or has no column that tells people apart.</exception>
    public static async Task<IReadOnlyList<ExpectedPerson>> ReadAsync(string name, string file, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new UsageException($"{name} is empty. Pass the name of a CSV or XLSX file.");
        if (Directory.Exists(file))
            throw new UsageException($"{name} is \"{file}\", which is a directory. Pass the name of a CSV or XLSX file.");

        try
        {
            return Path.GetExtension(file).ToUpperInvariant() is ".XLSX" or ".XLS"
                ? await Task.Run(() => Read(name, file, WorkbookRows(file)), cancellationToken).ConfigureAwait(false)
                : Read(name, file, TextRows(await ReadTextAsync(name, file, cancellationToken).ConfigureAwait(false)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file of {name} cannot be read. {exception.Message}");
        }
        catch (Exception exception) when (exception is ExcelReaderException or InvalidDataException or CsvFormatException)
        {
            throw new UsageException($"{name} is \"{file}\", which cannot be read as {Path.GetExtension(file)}. {Cure}");
        }
    }

    // Spreadsheets still write CSV in the code page of Western Europe, whose umlauts and accents are nothing in UTF-8.
    private static async Task<string> ReadTextAsync(string name, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(Utf16Of(file) ?? Utf8OrNothing).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            return await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!).ConfigureAwait(false);
        }

        Task<string> ReadAsync(Encoding encoding) => InputText.ReadFileAsync(
            file, $"{name} is \"{file}\", which", InputText.LongestLine, cancellationToken, encoding);
    }

    // Without a mark at its beginning, UTF-16 is told by its zeros: of every letter, digit and separator of ASCII, one byte is zero.
    private static Encoding? Utf16Of(string file)
    {
        var beginning = new byte[JudgedBytes];
        using var stream = File.OpenRead(file);
        var count = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        var even = Enumerable.Range(0, count).Count(index => beginning[index] == 0 && index % 2 == 0);
        var odd = Enumerable.Range(0, count).Count(index => beginning[index] == 0 && index % 2 == 1);
        return odd > 4 * even ? Encoding.Unicode : even > 4 * odd ? Encoding.BigEndianUnicode : null;
    }

    private static List<ExpectedPerson> Read(string name, string file, IEnumerable<string[]> rows)
    {
        RosterColumn?[]? columns = null;
        var people = new List<ExpectedPerson>();
        foreach (var row in rows.Where(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell))).Take(MostRows))
        {
            if (columns is null)
            {
                columns = [.. row.Select(ColumnOf)];
                // A list of nothing but addresses needs no titles.
                if (Array.TrueForAll(columns, column => column is null))
                    columns = [.. row.Select(AddressOrNot)];
                else
                    continue;
            }

            if (PersonOf(columns, row) is { } person)
                people.Add(person);
        }

        if (columns is null)
            throw new UsageException($"{name} is \"{file}\", which holds nothing. {Cure}");
        if (!columns.Any(column => column is not (null or RosterColumn.Excused)))
            throw new UsageException($"{name} is \"{file}\", in which no column tells who is meant. {Cure}");

        return people.Count > 0 ? people : throw new UsageException($"{name} is \"{file}\", which names nobody. {Cure}");
    }

    private static ExpectedPerson? PersonOf(RosterColumn?[] columns, string[] row)
    {
        // What mail programs copy has names beside the addresses.
        string[] addresses =
        [
            .. Cells(RosterColumn.Address)
                .SelectMany(cell => cell.Split([';', ',', ' ', '\n', '<', '>', '"'], StringSplitOptions.RemoveEmptyEntries))
                .Where(part => part.Contains('@', StringComparison.Ordinal)),
        ];
        var name = Cells(RosterColumn.Name).FirstOrDefault() ?? JoinedName();
        var isTold = addresses.Length > 0 || name is not null;
        var person = new ExpectedPerson
        {
            // A number of the school's or the payroll's own is no id of Entra, and would say that it is somebody else who came.
            Id = Cells(RosterColumn.Id).FirstOrDefault(cell => !isTold || Guid.TryParse(cell, out _)),
            EmailAddress = addresses.FirstOrDefault() ?? (isTold ? null : Cells(RosterColumn.Address).FirstOrDefault()),
            OtherAddresses = addresses.Skip(1).ToArray(),
            DisplayName = name,
            IsExcused = Cells(RosterColumn.Excused).Any(IsYes),
        };
        return person is { Id: null, EmailAddress: null, DisplayName: null } ? null : person;

        IEnumerable<string> Cells(RosterColumn column) =>
            columns.Zip(row).Where(item => item.First == column && !string.IsNullOrWhiteSpace(item.Second)).Select(
                item => item.Second.Trim());

        string? JoinedName()
        {
            var joined = string.Join(' ', Cells(RosterColumn.FirstName).Concat(Cells(RosterColumn.LastName)));
            return joined.Length == 0 ? null : joined;
        }
    }

    private static RosterColumn? AddressOrNot(string cell) => cell.Contains('@', StringComparison.Ordinal) ? RosterColumn.Address : null;

    // What is not a plain no says why somebody is excused.
    private static bool IsYes(string cell) =>
        cell.ToUpperInvariant() is not ("0" or "NO" or "N" or "FALSE" or "NEIN" or "NON" or "FALSCH" or "FAUX" or "FALSO" or "-");

    private static RosterColumn? ColumnOf(string title)
    {
        var plain = new StringBuilder();
        foreach (var letter in title.Trim().Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain is [.., not ' '])
                plain.Append(' ');
        }

        var text = plain.ToString().Trim();
        return Array.Find(Titles, item => item.Titles.Contains(text, StringComparer.Ordinal)) is { Titles: not null } found
            ? found.Column
            : null;
    }

    private static IEnumerable<string[]> TextRows(string text)
    {
        // The separator is found from the first lines, and a quotation mark within a name is one.
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column) ?? "")];
    }

    private static IEnumerable<string[]> WorkbookRows(string file)
    {
        // Old workbooks name their code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        while (reader.Read())
        {
            yield return
            [
                .. Enumerable.Range(0, reader.FieldCount)
                    .Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? ""),
            ];
        }
    }
}
