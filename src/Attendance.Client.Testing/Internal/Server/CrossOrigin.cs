using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Attendance.Client.Testing.Internal;

/// <summary>What pages in a browser may ask and see, as of Graph.</summary>
internal static class CrossOrigin
{
    public static void Allow(CorsPolicyBuilder policy, ServedHosts hosts) => policy
        .SetIsOriginAllowed(hosts.HasOrigin)
        .AllowAnyHeader()
        .AllowAnyMethod()
        .WithExposedHeaders(
            "ETag", "Location", "Preference-Applied", "Content-Range", "request-id", "client-request-id", "Retry-After", "WWW-Authenticate")
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10));
}
