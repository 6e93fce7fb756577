using System.Globalization;

namespace Attendance.Client.Testing;

/// <summary>A request that arrived at a <see cref="FakeAuthority"/>, and how it was answered.</summary>
public sealed record FakeAuthorityRequest
{
    internal FakeAuthorityRequest(string method, string path, IReadOnlyDictionary<string, string> parameters, int status, int? errorNumber)
    {
        Method = method;
        Path = path;
        Parameters = parameters;
        Status = status;
        ErrorNumber = errorNumber;
    }

    /// <summary>Method, <c>GET</c> or <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Path, without the query.</summary>
    public string Path { get; }

    /// <summary>Parameters of the query and of the form, by name; of those that are or may be secret, <c>***</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Way in which a token was asked for, such as <c>client_credentials</c>, or null where none was.</summary>
    public string? GrantType => Parameters.GetValueOrDefault("grant_type");

    /// <summary>Id of the application that asked, or null where it did not say.</summary>
    public string? ClientId => Parameters.GetValueOrDefault("client_id");

    /// <summary>Status of the answer.</summary>
    public int Status { get; }

    /// <summary>Number of the error behind <c>AADSTS</c>, or null where all went well.</summary>
    public int? ErrorNumber { get; }

    /// <summary>Method, path, way of asking and outcome.</summary>
    public override string ToString()
    {
        var error = ErrorNumber is { } number ? $" AADSTS{number}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Method} {Path} {(GrantType is null ? "" : GrantType + " ")}{Status}{error}");
    }
}
