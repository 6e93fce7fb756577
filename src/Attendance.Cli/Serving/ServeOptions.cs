using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>The options that say how a server is reached and how its graph answers.</summary>
internal sealed class ServeOptions
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port to listen on; 0 takes any free one.",
        DefaultValueFactory = _ => 5080,
    };

    private readonly Option<string?> _host = new("--host")
    {
        HelpName = "address",
        Description = "The address to listen on: 0.0.0.0 is reached from other machines and containers [default: 127.0.0.1]",
    };

    private readonly Option<bool> _https = new("--https")
    {
        Description =
            "Speak HTTPS too, on the same port, with a certificate that is made for it and a file to trust it by, and be a proxy " +
            "for https://graph.microsoft.com.",
    };

    private readonly Option<string?> _caFile = new("--ca-file")
    {
        HelpName = "file",
        Description = "Where to write the certificate to trust, for --https [default: a file that goes when the server does]",
    };

    private readonly Option<string?> _certificate = new("--cert")
    {
        HelpName = "file",
        Description = "A certificate of your own for HTTPS, as PEM file, with those that it is signed by behind it.",
    };

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "file",
        Description = "The private key of --cert, as PEM file [default: in the file of --cert]",
    };

    private readonly Option<string?> _publicUrl = new("--public-url")
    {
        HelpName = "url",
        Description =
            "Address by which clients know the server, such as that of a proxy before it; links begin with it [default: what a " +
            "request names]",
    };

    private readonly Option<string[]> _allowedHosts = new("--allow-host")
    {
        HelpName = "name",
        Description =
            "A name in the header Host that is served too, such as that of a proxy, and whose pages may ask; * for all. Without it, " +
            "those of loopback and Graph alone.",
    };

    private readonly Option<int?> _pageSize = new("--page-size")
    {
        HelpName = "n",
        Description = "Most items in a page, so that little data has many pages [default: 100]",
    };

    private readonly Option<string?> _quirks = new("--quirks")
    {
        HelpName = "names",
        Description = "Oddities of Graph's answers, with commas between, or all: timesWithoutZone, emptyEmailAddresses and others.",
    };

    private readonly Option<string[]> _faults = new("--fail")
    {
        HelpName = "fault",
        Description =
            $"Let requests fail: {FaultText.Forms}; the next one, or with :every=5 each fifth, with :times=3 the next three. " +
            "429:every=5,retry-after=2,operation=listAttendanceReports says all.",
    };

    private readonly Option<bool> _noLimit = new("--no-limit")
    {
        Description = "Take any number of requests for webinars and town halls, not 750 in 30 seconds as Graph does.",
    };

    /// <summary>Where the certificate to trust is to be, or null for where nobody has to clean up.</summary>
    public string? CaFile(ParseResult parse) => parse.GetValue(_caFile);

    /// <summary>What cannot be used where the server does not start.</summary>
    public string Address(ParseResult parse) =>
        $"--port {parse.GetValue(_port).ToString(CultureInfo.InvariantCulture)}" +
        (parse.GetValue(_host) is { } host ? $" on --host {host}" : "");

    public void AddTo(Command command)
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be a number from 0 to 65535.");
        });
        Option[] all =
        [
            _port, _host, _https, _caFile, _certificate, _key, _publicUrl, _allowedHosts, _pageSize, _quirks, _faults, _noLimit,
        ];
        foreach (var option in all)
            command.Add(option);
    }

    /// <exception cref="UsageException">An option asks for what there is not.</exception>
    public FakeGraphServerOptions ServerOptions(ParseResult parse)
    {
        var options = new FakeGraphServerOptions
        {
            Port = parse.GetValue(_port),
            Address = AddressOf(parse.GetValue(_host)),
            UsesHttps = parse.GetValue(_https) || parse.GetValue(_certificate) is not null,
            PublicUrl = PublicUrlOf(parse.GetValue(_publicUrl)),
        };
        foreach (var host in parse.GetValue(_allowedHosts) ?? [])
            options.AllowedHosts.Add(host);
        if (parse.GetValue(_certificate) is { } certificate)
            (options.Certificate, options.CertificateChain) = ServerCertificateFile.Read(certificate, parse.GetValue(_key));
        else if (parse.GetValue(_key) is not null)
            throw new UsageException("--key is given without --cert. Pass both, or --https for a certificate that is made.");

        return options;
    }

    /// <summary>Sets a graph as the options say.</summary>
    /// <exception cref="UsageException">An option asks for what there is not.</exception>
    public void Set(FakeGraph graph, ParseResult parse)
    {
        if (parse.GetValue(_noLimit))
            graph.VirtualEventRequestLimit = null;
        if (parse.GetValue(_pageSize) is { } pageSize)
            Add(graph, "--page-size", new JsonObject { ["settings"] = new JsonObject { ["pageSize"] = pageSize } });
        if (parse.GetValue(_quirks) is { } quirks)
        {
            var names = quirks.Split(',', StringSplitOptions.TrimEntries).Select(static name => (JsonNode)name);
            Add(graph, "--quirks", new JsonObject { ["settings"] = new JsonObject { ["quirks"] = new JsonArray([.. names]) } });
        }

        foreach (var fault in parse.GetValue(_faults) ?? [])
            Add(graph, $"--fail {CellText.Of(fault)}", new JsonObject { ["faults"] = new JsonArray(FaultText.Read(fault)) });
    }

    // In the form of --data, which says what is wrong with it.
    private static void Add(FakeGraph graph, string option, JsonObject document)
    {
        try
        {
            graph.AddJson(document.ToJsonString());
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{option} cannot be had: {exception.Message}");
        }
    }

    private static Uri? PublicUrlOf(string? text)
    {
        if (text is null)
            return null;

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
            ? url
            : throw new UsageException(
                $"--public-url is \"{CellText.Of(text)}\", which is no address. " +
                "Pass one such as https://graph.example.com, without version.");
    }

    private static IPAddress AddressOf(string? host) => host switch
    {
        null or "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => throw new UsageException(
            $"--host is \"{CellText.Of(host)}\", which is no IP address. " +
            "Pass 0.0.0.0 for all of this machine, or leave it out for 127.0.0.1."),
    };
}
