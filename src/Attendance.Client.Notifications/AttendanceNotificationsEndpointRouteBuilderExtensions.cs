using Attendance.Client.Notifications.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

// The namespace in which people look for Map methods.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Gives notifications an address.</summary>
public static class AttendanceNotificationsEndpointRouteBuilderExtensions
{
    /// <summary>Answers what Graph sends to an address: the token by which it checks the address in plain text, notifications with 202 as
    /// soon as they are in the inbox, and forgeries with the same.</summary>
    /// <remarks>It needs no sign-in: Graph brings none, and is known by the secret in each notification.</remarks>
    /// <param name="endpoints">The application's addresses.</param>
    /// <param name="pattern">The path, such as <c>/attendance</c>, that of the notification URL.</param>
    /// <exception cref="InvalidOperationException"><c>AddAttendanceNotifications</c> was not called.</exception>
    public static IEndpointConventionBuilder MapAttendanceNotifications(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<NotificationEndpoint>() is not { } endpoint)
        {
            throw new InvalidOperationException(
                "Nothing takes notifications. Call builder.Services.AddAttendanceNotifications(...) before the application is built.");
        }

        RequestDelegate answer = endpoint.AnswerAsync;
        return endpoints.MapPost(pattern, answer).AllowAnonymous();
    }
}
