using System.Net;

namespace Attendance.Client.Testing.Internal;

/// <summary>The pages on which people sign in.</summary>
internal static class SignInPages
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem;color:#1b1b20;background:#fff}" +
        "button,input{font:inherit;display:block;width:100%;box-sizing:border-box;margin:.5rem 0;padding:.6rem .8rem;text-align:left;" +
        "border:1px solid #767680;border-radius:4px;background:#fff;color:inherit}small{display:block;color:#55555f}";

    /// <summary>Asks who somebody is; the answer goes to the page's own address.</summary>
    public static string PickUser(FakeApplication application, IEnumerable<FakeUser> users)
    {
        var buttons = string.Concat(users.Select(static user =>
            $"<button name=\"username\" value=\"{Html(user.UserPrincipalName)}\">{Html(user.DisplayName)}" +
            $"<small>{Html(user.UserPrincipalName)}</small></button>"));
        return Page(
            "Sign in",
            $"<p>Who signs in to {Html(application.Name)}?</p><form method=\"post\">{buttons}" +
            "<button name=\"cancel\" value=\"1\">Cancel</button></form>");
    }

    /// <summary>Asks for the code that a device shows.</summary>
    public static string EnterCode() => Page(
        "Sign in on a device",
        "<form method=\"get\"><label>The code that the device shows<input name=\"user_code\" autocomplete=\"off\" autofocus></label>" +
        "<button>Next</button></form>");

    /// <summary>Says something.</summary>
    public static string Say(string title, string text) => Page(title, $"<p>{Html(text)}</p>");

    /// <summary>Sends the browser back with a form.</summary>
    public static string PostBack(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var inputs = string.Concat(fields.Select(
            field => $"<input type=\"hidden\" name=\"{Html(field.Key)}\" value=\"{Html(field.Value)}\">"));
        return Page(
            "Signed in",
            $"<form method=\"post\" action=\"{Html(address)}\">{inputs}<button>Continue</button></form>" +
            "<script>document.forms[0].submit()</script>");
    }

    private static string Page(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">" +
        $"<title>{Html(title)}</title><style>{Style}</style></head><body><main><h1>{Html(title)}</h1>{body}</main></body></html>";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
