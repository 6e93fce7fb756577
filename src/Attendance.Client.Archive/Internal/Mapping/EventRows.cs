namespace Attendance.Client.Archive.Internal;

/// <summary>Turns webinars, town halls and registrations into rows and back.</summary>
internal static class EventRows
{
    public static void Fill(VirtualEventRow row, VirtualEvent virtualEvent)
    {
        row.IsRead = true;
        row.DisplayName = virtualEvent.DisplayName;
        row.Status = virtualEvent.Status?.Value;
        row.Start = LocalTimeColumns.Of(virtualEvent.Start);
        row.End = LocalTimeColumns.Of(virtualEvent.End);
        row.StartsAt = virtualEvent.Start?.At;
        row.EndsAt = virtualEvent.End?.At;
        row.Audience = virtualEvent.Audience;
        row.Capacity = virtualEvent.Capacity;
        row.IsInviteOnly = virtualEvent.IsInviteOnly;
        row.IsRegistrationRequired = virtualEvent.IsRegistrationRequired;
        row.ExternalEvents = ReportRows.ToRows(virtualEvent.ExternalEvents);
        row.Hosts =
        [
            .. virtualEvent.CreatedBy is { } creator ? [ToRow(creator, 0)] : (IEnumerable<HostRow>)[],
            .. virtualEvent.CoOrganizers.Select(static (identity, index) => ToRow(identity, index + 1)),
        ];
    }

    public static VirtualEvent ToEvent(VirtualEventRow row) => new()
    {
        Kind = row.Kind,
        Id = row.GraphId,
        DisplayName = row.DisplayName,
        Status = row.Status is null ? null : new VirtualEventStatus(row.Status),
        Start = row.Start?.ToTime(),
        End = row.End?.ToTime(),
        CreatedBy = row.Hosts.Where(static host => host.Position == 0).Select(static host => host.Identity.ToIdentity()).FirstOrDefault(),
        CoOrganizers =
        [
            .. row.Hosts.Where(static host => host.Position > 0).OrderBy(static host => host.Position)
                .Select(static host => host.Identity.ToIdentity()),
        ],
        Audience = row.Audience,
        Capacity = row.Capacity,
        IsInviteOnly = row.IsInviteOnly,
        IsRegistrationRequired = row.IsRegistrationRequired,
        ExternalEvents = ReportRows.ToEvents(row.ExternalEvents),
    };

    public static RegistrationRow ToRow(Registration registration, int position) => new()
    {
        Position = position,
        GraphId = registration.Id,
        Person = PersonName.Of(
            registration.UserId is null ? null : new AttendeeIdentity { Id = registration.UserId }, registration.Email,
            $"{registration.FirstName} {registration.LastName}"),
        UserId = registration.UserId,
        FirstName = registration.FirstName,
        LastName = registration.LastName,
        EmailAddress = registration.Email,
        Status = registration.Status?.Value,
        RegisteredAt = registration.RegisteredAt?.ToUniversalTime(),
        CanceledAt = registration.CanceledAt?.ToUniversalTime(),
        SeventhDigits = SeventhDigit.Of(registration.RegisteredAt, registration.CanceledAt),
        PreferredLanguage = registration.PreferredLanguage,
        PreferredTimeZone = registration.PreferredTimeZone,
        HasExternalRegistration = registration.ExternalRegistration is not null,
        ExternalReferrer = registration.ExternalRegistration?.Referrer,
        ExternalRegistrationId = registration.ExternalRegistration?.RegistrationId,
        Answers =
        [
            .. registration.Answers.Select((answer, index) => new RegistrationAnswerRow
            {
                RegistrationPosition = position,
                Position = index,
                QuestionId = answer.QuestionId,
                Question = answer.DisplayName,
                Value = answer.Value,
                BooleanValue = answer.BooleanValue,
                Choices = [.. answer.Choices.Select(StorableText.Of)],
            }),
        ],
    };

    public static Registration ToRegistration(RegistrationRow row) => new()
    {
        Id = row.GraphId,
        UserId = row.UserId,
        FirstName = row.FirstName,
        LastName = row.LastName,
        Email = row.EmailAddress,
        Status = row.Status is null ? null : new RegistrationStatus(row.Status),
        RegisteredAt = SeventhDigit.Restore(row.RegisteredAt, row.SeventhDigits, 1),
        CanceledAt = SeventhDigit.Restore(row.CanceledAt, row.SeventhDigits, 0),
        PreferredLanguage = row.PreferredLanguage,
        PreferredTimeZone = row.PreferredTimeZone,
        ExternalRegistration = row.HasExternalRegistration
            ? new ExternalRegistration { Referrer = row.ExternalReferrer, RegistrationId = row.ExternalRegistrationId }
            : null,
        Answers =
        [
            .. row.Answers.OrderBy(static answer => answer.Position).Select(static answer => new RegistrationAnswer
            {
                QuestionId = answer.QuestionId,
                DisplayName = answer.Question,
                Value = answer.Value,
                BooleanValue = answer.BooleanValue,
                Choices = [.. answer.Choices],
            }),
        ],
    };

    private static HostRow ToRow(AttendeeIdentity identity, int position) =>
        new() { Position = position, Identity = IdentityColumns.Of(identity)! };
}
