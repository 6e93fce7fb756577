using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Attendance.Client.Archive.Internal;

/// <summary>The tables of an archive.</summary>
internal abstract class ArchiveContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<OrganizerRow> Organizers => Set<OrganizerRow>();

    public DbSet<VirtualEventRow> VirtualEvents => Set<VirtualEventRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<OccurrenceRow> Occurrences => Set<OccurrenceRow>();

    public DbSet<ExpectedPersonRow> ExpectedPeople => Set<ExpectedPersonRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<ReportRevisionRow> ReportRevisions => Set<ReportRevisionRow>();

    public DbSet<RecordRow> Records => Set<RecordRow>();

    public DbSet<StayRow> Stays => Set<StayRow>();

    public DbSet<EngagementRow> Engagements => Set<EngagementRow>();

    public DbSet<RegistrationRow> Registrations => Set<RegistrationRow>();

    public DbSet<RegistrationAnswerRow> RegistrationAnswers => Set<RegistrationAnswerRow>();

    public DbSet<HostRow> Hosts => Set<HostRow>();

    public DbSet<ExternalEventRow> ExternalEvents => Set<ExternalEventRow>();

    public DbSet<HarvestRunRow> HarvestRuns => Set<HarvestRunRow>();

    public DbSet<HarvestFailureRow> HarvestFailures => Set<HarvestFailureRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    public DbSet<ForgottenRow> Forgotten => Set<ForgottenRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().HaveConversion<StorableText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Build(modelBuilder.Entity<OrganizerRow>());
        Build(modelBuilder.Entity<VirtualEventRow>());
        Build(modelBuilder.Entity<MeetingRow>());
        Build(modelBuilder.Entity<OccurrenceRow>());
        Build(modelBuilder.Entity<ReportRow>());
        Build(modelBuilder.Entity<RecordRow>());
        Build(modelBuilder.Entity<RegistrationRow>());

        modelBuilder.Entity<HostRow>(row =>
        {
            row.HasKey(host => new { host.VirtualEventId, host.Position });
            row.ComplexProperty(host => host.Identity);
        });
        modelBuilder.Entity<ExpectedPersonRow>(row =>
        {
            row.ComplexProperty(person => person.Identity);
            row.HasIndex(person => person.Person);
        });
        modelBuilder.Entity<ReportRevisionRow>().HasKey(row => new { row.ReportId, row.Revision });
        modelBuilder.Entity<StayRow>().HasKey(row => new { row.ReportId, row.RecordPosition, row.Position });
        modelBuilder.Entity<EngagementRow>().HasKey(row => new { row.ReportId, row.RecordPosition, row.Position });
        modelBuilder.Entity<RegistrationAnswerRow>().HasKey(row => new { row.VirtualEventId, row.RegistrationPosition, row.Position });
        modelBuilder.Entity<HarvestFailureRow>(row =>
        {
            row.Property(failure => failure.Step).HasConversion<string>();
            row.HasIndex(failure => failure.Name).IsUnique();
            row.HasIndex(failure => new { failure.ResolvedAt, failure.NextAttemptAt });
            row.HasOne<OrganizerRow>().WithMany().HasForeignKey(failure => failure.OrganizerId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<LeaseRow>(row =>
        {
            row.HasKey(lease => lease.Name);
            row.Property(lease => lease.EndsAt).IsConcurrencyToken();
        });
        modelBuilder.Entity<SubscriptionRow>(row =>
        {
            row.HasIndex(subscription => subscription.GraphId);
            row.Property(subscription => subscription.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<SettingRow>().HasKey(row => row.Name);
        modelBuilder.Entity<ForgottenRow>().HasKey(row => row.Hash);
    }

    private static void Build(EntityTypeBuilder<OrganizerRow> row) => row.HasIndex(organizer => organizer.Name).IsUnique();

    private static void Build(EntityTypeBuilder<VirtualEventRow> row)
    {
        row.Property(virtualEvent => virtualEvent.Kind).HasConversion<string>();
        row.HasIndex(virtualEvent => new { virtualEvent.Kind, virtualEvent.GraphId }).IsUnique();
        row.ComplexProperty(virtualEvent => virtualEvent.Start);
        row.ComplexProperty(virtualEvent => virtualEvent.End);
        row.HasMany(virtualEvent => virtualEvent.Hosts).WithOne().HasForeignKey(host => host.VirtualEventId);
        row.HasMany(virtualEvent => virtualEvent.ExternalEvents).WithOne().HasForeignKey(external => external.VirtualEventId)
            .OnDelete(DeleteBehavior.Cascade);
        row.HasMany(virtualEvent => virtualEvent.Registrations).WithOne().HasForeignKey(registration => registration.VirtualEventId);
    }

    private static void Build(EntityTypeBuilder<MeetingRow> row)
    {
        row.HasIndex(meeting => meeting.Source).IsUnique();
        row.HasIndex(meeting => new { meeting.OrganizerId, meeting.JoinLink });
        row.HasIndex(meeting => new { meeting.OrganizerId, meeting.JoinMeetingId });
        row.HasIndex(meeting => meeting.ThreadId);
        row.ComplexProperty(meeting => meeting.Start);
        row.ComplexProperty(meeting => meeting.End);
        row.HasOne<OrganizerRow>().WithMany().HasForeignKey(meeting => meeting.OrganizerId);
        row.HasOne<VirtualEventRow>().WithMany().HasForeignKey(meeting => meeting.VirtualEventId);
        row.HasMany(meeting => meeting.People).WithOne().HasForeignKey(person => person.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Build(EntityTypeBuilder<OccurrenceRow> row)
    {
        row.HasIndex(occurrence => new { occurrence.OrganizerId, occurrence.Name }).IsUnique();
        row.HasIndex(occurrence => new { occurrence.OrganizerId, occurrence.StartsAt });
        row.HasIndex(occurrence => occurrence.StartsAt);
        row.HasIndex(occurrence => new { occurrence.OrganizerId, occurrence.State });
        row.Property(occurrence => occurrence.State).HasConversion<string>();
        row.Property(occurrence => occurrence.MissingReason).HasConversion<string>();
        row.Property(occurrence => occurrence.ICalUId).HasColumnName("ical_uid");
        row.ComplexProperty(occurrence => occurrence.Start);
        row.ComplexProperty(occurrence => occurrence.End);
        row.HasOne<OrganizerRow>().WithMany().HasForeignKey(occurrence => occurrence.OrganizerId);
        row.HasOne<MeetingRow>().WithMany().HasForeignKey(occurrence => occurrence.MeetingId).OnDelete(DeleteBehavior.SetNull);
        row.HasMany(occurrence => occurrence.People).WithOne().HasForeignKey(person => person.OccurrenceId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    private static void Build(EntityTypeBuilder<ReportRow> row)
    {
        row.HasIndex(report => new { report.MeetingId, report.Name }).IsUnique();
        row.HasIndex(report => report.StartedAt);
        row.HasIndex(report => report.EndedAt);
        row.Property(report => report.Revision).IsConcurrencyToken();
        row.HasOne(report => report.Meeting).WithMany(meeting => meeting.Reports).HasForeignKey(report => report.MeetingId);
        row.HasOne<OccurrenceRow>().WithMany().HasForeignKey(report => report.OccurrenceId).OnDelete(DeleteBehavior.SetNull);
        row.HasMany(report => report.Records).WithOne().HasForeignKey(record => record.ReportId);
        row.HasMany(report => report.Revisions).WithOne().HasForeignKey(revision => revision.ReportId);
        row.HasMany(report => report.ExternalEvents).WithOne().HasForeignKey(external => external.ReportId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    private static void Build(EntityTypeBuilder<RecordRow> row)
    {
        row.HasKey(record => new { record.ReportId, record.Position });
        row.ComplexProperty(record => record.Identity);
        row.HasIndex(record => record.Person);
        row.HasMany(record => record.Stays).WithOne().HasForeignKey(stay => new { stay.ReportId, stay.RecordPosition });
        row.HasMany(record => record.Engagements).WithOne()
            .HasForeignKey(engagement => new { engagement.ReportId, engagement.RecordPosition });
    }

    private static void Build(EntityTypeBuilder<RegistrationRow> row)
    {
        row.HasKey(registration => new { registration.VirtualEventId, registration.Position });
        row.HasIndex(registration => registration.Person);
        row.HasMany(registration => registration.Answers).WithOne()
            .HasForeignKey(answer => new { answer.VirtualEventId, answer.RegistrationPosition });
    }
}
