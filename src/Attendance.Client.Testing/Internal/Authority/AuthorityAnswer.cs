using System.Text;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What a sign-in server answers.</summary>
internal sealed record AuthorityAnswer(int Status, string MediaType, byte[] Body)
{
    /// <summary>Where a browser is sent, or null for nowhere.</summary>
    public string? Location { get; private init; }

    /// <summary>Whether the page has a script of its own, which sends a form.</summary>
    public bool RunsScript { get; private init; }

    /// <summary>Number of the error, or null where all went well.</summary>
    public int? ErrorNumber { get; init; }

    public static AuthorityAnswer Json(JsonObject json, int status = 200) => new(status, "application/json", JsonBytes.Of(json));

    public static AuthorityAnswer Page(string html, int status = 200, bool runsScript = false) =>
        new(status, "text/html", Encoding.UTF8.GetBytes(html)) { RunsScript = runsScript };

    public static AuthorityAnswer Redirect(string location) => new(302, "text/plain", []) { Location = location };
}
