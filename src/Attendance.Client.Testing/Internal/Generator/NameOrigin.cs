namespace Attendance.Client.Testing.Internal;

/// <summary>Names of one language, with what people who bear them prefer.</summary>
/// <param name="language">The language, as a registration names it.</param>
/// <param name="timeZone">The time zone, by its Windows name.</param>
/// <param name="given">Given names, each <c>name=latin letters</c> where an address cannot be made of the name itself.</param>
/// <param name="family">Family names, in the same form.</param>
/// <param name="order">How a whole name is written: <c>{0}</c> the given, <c>{1}</c> the family name.</param>
internal sealed class NameOrigin(string language, string timeZone, string given, string family, string order = "{0} {1}")
{
    private readonly (string Name, string Latin)[] _given = Split(given);
    private readonly (string Name, string Latin)[] _family = Split(family);

    public static IReadOnlyList<NameOrigin> All { get; } =
    [
        new(
            "en-us", "Eastern Standard Time", "Ada Grace Alan Diane Frederick Lidia Maya Owen Siobhán Niamh",
            "Lovelace Hopper Turing Demoss Cormier Holloway O’Brien D'Angelo Smith-Jones McAllister"),
        new(
            "de-de", "W. Europe Standard Time", "Zoë Jürgen Käthe Björn Anneliese Günther Sören Ännchen",
            "Müller Groß Schäfer Weiß Löwe Österreicher Strauß Bäcker"),
        new(
            "fr-fr", "Romance Standard Time", "Chloé François Hélène Noël Anaïs Jérôme Éloïse Benoît",
            "Lefèvre Garçon Bérénger d’Estaing Château Crêpin Œuvrard Ménard"),
        new(
            "es-es", "Romance Standard Time", "José María Iñaki Begoña Ramón Lucía Ángel Íñigo",
            "Muñoz Peña Ibáñez García Núñez Zúñiga Ordóñez Güell"),
        new(
            "pl-pl", "Central European Standard Time", "Łukasz Małgorzata Zdzisław Bożena Święto Grażyna Michał Żaneta",
            "Wiśniewski Kowalska Łącki Źrebiec Ściślak Brzęczyszczykiewicz Dąbrowska Żółć"),
        new(
            "cs-cz", "Central Europe Standard Time", "Jiří Šárka Řehoř Žofie Ondřej Věra Čeněk Zdeňka",
            "Dvořák Novák Říha Šťastný Žižka Kučera Ďurica Ťažký"),
        new(
            "tr-tr", "Turkey Standard Time", "Cansu Işıl İbrahim Çağla Gülşen Ömer Şükrü Ayşe",
            "Şen Yıldız Öztürk Çelik Güneş Kılıç İnönü Doğan"),
        new("vi-vn", "SE Asia Standard Time", "Hương Đức Thảo Quỳnh Nguyệt Tuấn Mỹ Hằng", "Nguyễn Trần Phạm Đặng Võ Bùi Đỗ Hồ", "{1} {0}"),
        new(
            "el-gr", "GTB Standard Time", "Σοφία=sofia Γιώργος=giorgos Ελένη=eleni Νίκος=nikos Αικατερίνη=aikaterini Θεόδωρος=theodoros",
            "Παπαδοπούλου=papadopoulou Νικολαΐδης=nikolaidis Γεωργίου=georgiou Οικονόμου=oikonomou Καραμανλής=karamanlis"),
        new(
            "ru-ru", "Russian Standard Time", "Анна=anna Дмитрий=dmitry Ёлка=yolka Юлия=yulia Сергей=sergey Щукарь=shchukar",
            "Иванова=ivanova Толстой=tolstoy Щербаков=shcherbakov Жуковский=zhukovsky Чайковская=chaikovskaya"),
        new(
            "uk-ua", "FLE Standard Time", "Їжак=yizhak Олена=olena Євген=yevhen Ґалаґан=galagan Світлана=svitlana",
            "Шевченко=shevchenko Ковальчук=kovalchuk Ґудзь=gudz Кличко=klychko"),
        new(
            "ar-sa", "Arab Standard Time", "محمد=mohammed فاطمة=fatima عبد‌الله=abdullah ليلى=layla يوسف=yousef نور=nour",
            "الأحمد=alahmad بن‌سعيد=binsaid الخطيب=alkhatib النجار=alnajjar حداد=haddad"),
        new(
            "he-il", "Israel Standard Time", "נועה=noa דוד=david שירה=shira יעקב=yaakov רחל=rachel",
            "כהן=cohen לוי=levi מזרחי=mizrahi פרידמן=friedman בן־דוד=bendavid"),
        new(
            "hi-in", "India Standard Time", "आशा=asha राजेश=rajesh प्रिया=priya कृष्ण=krishna लक्ष्मी=lakshmi",
            "शर्मा=sharma गुप्ता=gupta त्रिपाठी=tripathi चौधरी=chaudhary"),
        new(
            "th-th", "SE Asia Standard Time", "สมชาย=somchai น้ำฝน=namfon กุ้ง=kung ณัฐพล=nattapon",
            "ศรีสุข=srisuk วงศ์ใหญ่=wongyai รัตนโกสินทร์=rattanakosin ทองดี=thongdee"),
        new(
            "zh-cn", "China Standard Time", "小龙=xiaolong 丽=li 建国=jianguo 思远=siyuan 𠮷祥=jixiang", "李=li 王=wang 欧阳=ouyang 张=zhang 刘=liu",
            "{1}{0}"),
        new(
            "ja-jp", "Tokyo Standard Time", "美雪=miyuki 太郎=taro さくら=sakura 健一=kenichi あやか=ayaka", "田中=tanaka 佐藤=sato 𠮷田=yoshida 渡邊=watanabe",
            "{1} {0}"),
        new("ja-jp", "Tokyo Standard Time", "ミユキ=miyuki ケンジ=kenji サクラ=sakura", "タナカ=tanaka スズキ=suzuki ヤマモト=yamamoto", "{1} {0}"),
        new("ko-kr", "Korea Standard Time", "민준=minjun 서연=seoyeon 지우=jiwoo 하은=haeun", "김=kim 이=lee 박=park 최=choi 황보=hwangbo", "{1}{0}"),
        new("ka-ge", "Georgian Standard Time", "ნინო=nino გიორგი=giorgi თამარ=tamar", "ბერიძე=beridze კაპანაძე=kapanadze"),
        new("am-et", "E. Africa Standard Time", "ሰላም=selam አበበ=abebe ጽጌ=tsige", "ተስፋዬ=tesfaye ገብረመድህን=gebremedhin"),
    ];

    public string Language => language;

    public string TimeZone => timeZone;

    public FullName Next(SplitMix64 random)
    {
        var (first, firstLatin) = random.Pick(_given);
        var (last, lastLatin) = random.Pick(_family);
        return new FullName(order.Replace("{0}", first).Replace("{1}", last), first, last, $"{firstLatin}.{lastLatin}", this);
    }

    private static (string Name, string Latin)[] Split(string names) =>
    [
        .. from name in names.Split(' ')
           let end = name.IndexOf('=')
           select end < 0 ? (name, string.Concat(name.Select(LatinLetters.Fold))) : (name.Substring(0, end), name.Substring(end + 1)),
    ];
}
