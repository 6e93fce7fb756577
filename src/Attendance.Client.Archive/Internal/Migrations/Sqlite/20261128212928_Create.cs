using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Attendance.Client.Archive.Internal.Sqlite
{
    /// <inheritdoc />
    internal partial class Create : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    erased_at = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    reports = table.Column<int>(type: "INTEGER", nullable: false),
                    records = table.Column<int>(type: "INTEGER", nullable: false),
                    expected_people = table.Column<int>(type: "INTEGER", nullable: false),
                    registrations = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forgotten",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    forgotten_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forgotten", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "harvest_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    machine = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    organizers = table.Column<int>(type: "INTEGER", nullable: false),
                    virtual_events = table.Column<int>(type: "INTEGER", nullable: false),
                    occurrences = table.Column<int>(type: "INTEGER", nullable: false),
                    reports_found = table.Column<int>(type: "INTEGER", nullable: false),
                    reports_added = table.Column<int>(type: "INTEGER", nullable: false),
                    reports_replaced = table.Column<int>(type: "INTEGER", nullable: false),
                    occurrences_missing = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harvest_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ends_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "organizers",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    calendar_read_from = table.Column<string>(type: "TEXT", nullable: true),
                    calendar_read_until = table.Column<string>(type: "TEXT", nullable: true),
                    harvested_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "virtual_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: false),
                    is_read = table.Column<bool>(type: "INTEGER", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    starts_at = table.Column<string>(type: "TEXT", nullable: true),
                    ends_at = table.Column<string>(type: "TEXT", nullable: true),
                    audience = table.Column<string>(type: "TEXT", nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    is_invite_only = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_registration_required = table.Column<bool>(type: "INTEGER", nullable: true),
                    registrations_read_at = table.Column<string>(type: "TEXT", nullable: true),
                    harvested_at = table.Column<string>(type: "TEXT", nullable: true),
                    end_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    end_local = table.Column<string>(type: "TEXT", nullable: true),
                    end_zone = table.Column<string>(type: "TEXT", nullable: true),
                    start_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    start_local = table.Column<string>(type: "TEXT", nullable: true),
                    start_zone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_virtual_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "harvest_failures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    organizer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    report_id = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    remedy = table.Column<string>(type: "TEXT", nullable: true),
                    first_failed_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_failed_at = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<string>(type: "TEXT", nullable: false),
                    resolved_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harvest_failures", x => x.id);
                    table.ForeignKey(
                        name: "fk_harvest_failures_organizers_organizer_id",
                        column: x => x.organizer_id,
                        principalTable: "organizers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hosts",
                columns: table => new
                {
                    virtual_event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    identity_communication_resource_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_email = table.Column<string>(type: "TEXT", nullable: true),
                    identity_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_kind = table.Column<string>(type: "TEXT", nullable: false),
                    identity_tenant_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_type_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_type = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hosts", x => new { x.virtual_event_id, x.position });
                    table.ForeignKey(
                        name: "fk_hosts_virtual_events_virtual_event_id",
                        column: x => x.virtual_event_id,
                        principalTable: "virtual_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: false),
                    organizer_id = table.Column<int>(type: "INTEGER", nullable: true),
                    virtual_event_id = table.Column<long>(type: "INTEGER", nullable: true),
                    is_read = table.Column<bool>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    join_web_url = table.Column<string>(type: "TEXT", nullable: true),
                    join_link = table.Column<string>(type: "TEXT", nullable: true),
                    join_meeting_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_passcode_required = table.Column<bool>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<string>(type: "TEXT", nullable: true),
                    ends_at = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: true),
                    external_id = table.Column<string>(type: "TEXT", nullable: true),
                    thread_id = table.Column<string>(type: "TEXT", nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    reports_listed_at = table.Column<string>(type: "TEXT", nullable: true),
                    end_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    end_local = table.Column<string>(type: "TEXT", nullable: true),
                    end_zone = table.Column<string>(type: "TEXT", nullable: true),
                    start_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    start_local = table.Column<string>(type: "TEXT", nullable: true),
                    start_zone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetings_organizers_organizer_id",
                        column: x => x.organizer_id,
                        principalTable: "organizers",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_meetings_virtual_events_virtual_event_id",
                        column: x => x.virtual_event_id,
                        principalTable: "virtual_events",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    virtual_event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    first_name = table.Column<string>(type: "TEXT", nullable: true),
                    last_name = table.Column<string>(type: "TEXT", nullable: true),
                    email_address = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    registered_at = table.Column<string>(type: "TEXT", nullable: true),
                    canceled_at = table.Column<string>(type: "TEXT", nullable: true),
                    preferred_language = table.Column<string>(type: "TEXT", nullable: true),
                    preferred_time_zone = table.Column<string>(type: "TEXT", nullable: true),
                    external_referrer = table.Column<string>(type: "TEXT", nullable: true),
                    external_registration_id = table.Column<string>(type: "TEXT", nullable: true),
                    has_external_registration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => new { x.virtual_event_id, x.position });
                    table.ForeignKey(
                        name: "fk_registrations_virtual_events_virtual_event_id",
                        column: x => x.virtual_event_id,
                        principalTable: "virtual_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "occurrences",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organizer_id = table.Column<int>(type: "INTEGER", nullable: false),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    event_id = table.Column<string>(type: "TEXT", nullable: true),
                    ical_uid = table.Column<string>(type: "TEXT", nullable: true),
                    series_id = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    starts_at = table.Column<string>(type: "TEXT", nullable: true),
                    ends_at = table.Column<string>(type: "TEXT", nullable: true),
                    is_organizer = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_cancelled = table.Column<bool>(type: "INTEGER", nullable: true),
                    join_web_url = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    missing_reason = table.Column<string>(type: "TEXT", nullable: true),
                    read_at = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<string>(type: "TEXT", nullable: true),
                    end_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    end_local = table.Column<string>(type: "TEXT", nullable: true),
                    end_zone = table.Column<string>(type: "TEXT", nullable: true),
                    start_is_sent = table.Column<bool>(type: "INTEGER", nullable: true),
                    start_local = table.Column<string>(type: "TEXT", nullable: true),
                    start_zone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occurrences", x => x.id);
                    table.ForeignKey(
                        name: "fk_occurrences_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_occurrences_organizers_organizer_id",
                        column: x => x.organizer_id,
                        principalTable: "organizers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration_answers",
                columns: table => new
                {
                    virtual_event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    registration_position = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    question_id = table.Column<string>(type: "TEXT", nullable: true),
                    question = table.Column<string>(type: "TEXT", nullable: true),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    boolean_value = table.Column<bool>(type: "INTEGER", nullable: true),
                    choices = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_answers", x => new { x.virtual_event_id, x.registration_position, x.position });
                    table.ForeignKey(
                        name: "fk_registration_answers_registrations_virtual_event_id_registration_position",
                        columns: x => new { x.virtual_event_id, x.registration_position },
                        principalTable: "registrations",
                        principalColumns: new[] { "virtual_event_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expected_people",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    occurrence_id = table.Column<long>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_organizer = table.Column<bool>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    email_address = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    response = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    user_principal_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_communication_resource_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_email = table.Column<string>(type: "TEXT", nullable: true),
                    identity_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_kind = table.Column<string>(type: "TEXT", nullable: true),
                    identity_tenant_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_type_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_type = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expected_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_expected_people_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_expected_people_occurrences_occurrence_id",
                        column: x => x.occurrence_id,
                        principalTable: "occurrences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    meeting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    occurrence_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    participant_count = table.Column<int>(type: "INTEGER", nullable: true),
                    has_records = table.Column<bool>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    first_read_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_read_at = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_reports_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_occurrences_occurrence_id",
                        column: x => x.occurrence_id,
                        principalTable: "occurrences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "external_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    virtual_event_id = table.Column<long>(type: "INTEGER", nullable: true),
                    report_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    application_id = table.Column<string>(type: "TEXT", nullable: true),
                    event_id = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_external_events_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_external_events_virtual_events_virtual_event_id",
                        column: x => x.virtual_event_id,
                        principalTable: "virtual_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "records",
                columns: table => new
                {
                    report_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    graph_id = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    email_address = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    total_attendance_seconds = table.Column<double>(type: "REAL", nullable: true),
                    registration_id = table.Column<string>(type: "TEXT", nullable: true),
                    external_referrer = table.Column<string>(type: "TEXT", nullable: true),
                    external_registration_id = table.Column<string>(type: "TEXT", nullable: true),
                    has_external_registration = table.Column<bool>(type: "INTEGER", nullable: false),
                    identity_communication_resource_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_email = table.Column<string>(type: "TEXT", nullable: true),
                    identity_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_kind = table.Column<string>(type: "TEXT", nullable: true),
                    identity_tenant_id = table.Column<string>(type: "TEXT", nullable: true),
                    identity_type_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "TEXT", nullable: true),
                    identity_user_type = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => new { x.report_id, x.position });
                    table.ForeignKey(
                        name: "fk_records_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_revisions",
                columns: table => new
                {
                    report_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    read_at = table.Column<string>(type: "TEXT", nullable: false),
                    replaced_at = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true),
                    participant_count = table.Column<int>(type: "INTEGER", nullable: true),
                    record_count = table.Column<int>(type: "INTEGER", nullable: true),
                    total_attendance_seconds = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_revisions", x => new { x.report_id, x.revision });
                    table.ForeignKey(
                        name: "fk_report_revisions_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "engagements",
                columns: table => new
                {
                    report_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_position = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    sub_type = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engagements", x => new { x.report_id, x.record_position, x.position });
                    table.ForeignKey(
                        name: "fk_engagements_records_report_id_record_position",
                        columns: x => new { x.report_id, x.record_position },
                        principalTable: "records",
                        principalColumns: new[] { "report_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stays",
                columns: table => new
                {
                    report_id = table.Column<long>(type: "INTEGER", nullable: false),
                    record_position = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    joined_at = table.Column<string>(type: "TEXT", nullable: true),
                    left_at = table.Column<string>(type: "TEXT", nullable: true),
                    duration_seconds = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stays", x => new { x.report_id, x.record_position, x.position });
                    table.ForeignKey(
                        name: "fk_stays_records_report_id_record_position",
                        columns: x => new { x.report_id, x.record_position },
                        principalTable: "records",
                        principalColumns: new[] { "report_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_expected_people_meeting_id",
                table: "expected_people",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_expected_people_occurrence_id",
                table: "expected_people",
                column: "occurrence_id");

            migrationBuilder.CreateIndex(
                name: "ix_expected_people_person",
                table: "expected_people",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_external_events_report_id",
                table: "external_events",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_external_events_virtual_event_id",
                table: "external_events",
                column: "virtual_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_harvest_failures_name",
                table: "harvest_failures",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_harvest_failures_organizer_id",
                table: "harvest_failures",
                column: "organizer_id");

            migrationBuilder.CreateIndex(
                name: "ix_harvest_failures_resolved_at_next_attempt_at",
                table: "harvest_failures",
                columns: new[] { "resolved_at", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_organizer_id_join_link",
                table: "meetings",
                columns: new[] { "organizer_id", "join_link" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_organizer_id_join_meeting_id",
                table: "meetings",
                columns: new[] { "organizer_id", "join_meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_source",
                table: "meetings",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_virtual_event_id",
                table: "meetings",
                column: "virtual_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_meeting_id",
                table: "occurrences",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_organizer_id_name",
                table: "occurrences",
                columns: new[] { "organizer_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_organizer_id_starts_at",
                table: "occurrences",
                columns: new[] { "organizer_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_organizer_id_state",
                table: "occurrences",
                columns: new[] { "organizer_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_starts_at",
                table: "occurrences",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "ix_organizers_name",
                table: "organizers",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_person",
                table: "records",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_person",
                table: "registrations",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_reports_ended_at",
                table: "reports",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_reports_meeting_id_name",
                table: "reports",
                columns: new[] { "meeting_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_occurrence_id",
                table: "reports",
                column: "occurrence_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_started_at",
                table: "reports",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_virtual_events_kind_graph_id",
                table: "virtual_events",
                columns: new[] { "kind", "graph_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engagements");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "expected_people");

            migrationBuilder.DropTable(
                name: "external_events");

            migrationBuilder.DropTable(
                name: "forgotten");

            migrationBuilder.DropTable(
                name: "harvest_failures");

            migrationBuilder.DropTable(
                name: "harvest_runs");

            migrationBuilder.DropTable(
                name: "hosts");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "registration_answers");

            migrationBuilder.DropTable(
                name: "report_revisions");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "stays");

            migrationBuilder.DropTable(
                name: "registrations");

            migrationBuilder.DropTable(
                name: "records");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "occurrences");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "organizers");

            migrationBuilder.DropTable(
                name: "virtual_events");
        }
    }
}
