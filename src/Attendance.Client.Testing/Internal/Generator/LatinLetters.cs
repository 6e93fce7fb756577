namespace Attendance.Client.Testing.Internal;

/// <summary>Letters of names as they stand in e-mail addresses.</summary>
/// <remarks>A table of our own, as what a framework makes of letters depends on the libraries of the machine.</remarks>
internal static class LatinLetters
{
    private static readonly Dictionary<char, string> Folded = Table(
        "a AàáâãåāăąạảấầẩẫậắằẳẵặÀÁÂÃÅĀĂĄẠẢẤẦẨẪẬẮẰẲẴẶ", "ae äæÄÆ", "b B", "c CçćčĉċÇĆČĈĊ", "d DďđðĎĐÐ",
        "e EèéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ",
        "f F", "g GĝğġģĜĞĠĢ", "h HĥħĤĦ", "i IìíîïĩīĭįıỉịÌÍÎÏĨĪĬĮİỈỊ", "j JĵĴ", "k KķĶ", "l LĺļľŀłĹĻĽĿŁ", "m M", "n NñńņňÑŃŅŇ",
        "o OòóôõōŏőơọỏốồổỗộớờởỡợÒÓÔÕŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ", "oe öøœÖØŒ", "p P", "q Q", "r RŕŗřŔŖŘ", "s SśŝşšșŚŜŞŠȘ", "ss ßẞ", "t TţťŧțŢŤŦȚ",
        "th þÞ", "u UùúûũūŭůűųưụủứừửữựÙÚÛŨŪŬŮŰŲƯỤỦỨỪỬỮỰ", "ue üÜ", "v V", "w WŵŴ", "x X", "y YýÿŷỳỵỷỹÝŸŶỲỴỶỸ", "z ZźżžŹŻŽ");

    /// <summary>Letters of an address in place of the letter, <c>.</c> for what parts names, or null for a letter of another
    /// script.</summary>
    public static string? Fold(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => letter.ToString(),
        '\'' or '’' or (>= '\u0300' and <= '\u036F') => "",
        < '\u0080' when !IsUpper(letter) => ".",
        _ => Folded.TryGetValue(letter, out var folded) ? folded : null,
    };

    private static bool IsUpper(char letter) => letter is >= 'A' and <= 'Z';

    private static Dictionary<char, string> Table(params string[] lines) =>
        lines.SelectMany(
            line => line.Substring(line.IndexOf(' ') + 1).Select(letter => (letter, Text: line.Substring(0, line.IndexOf(' ')))))
            .ToDictionary(pair => pair.letter, pair => pair.Text);
}
