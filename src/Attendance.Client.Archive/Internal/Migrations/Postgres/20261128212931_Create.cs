using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Attendance.Client.Archive.Internal.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reports = table.Column<int>(type: "integer", nullable: false),
                    records = table.Column<int>(type: "integer", nullable: false),
                    expected_people = table.Column<int>(type: "integer", nullable: false),
                    registrations = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forgotten",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forgotten", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "harvest_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    machine = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    organizers = table.Column<int>(type: "integer", nullable: false),
                    virtual_events = table.Column<int>(type: "integer", nullable: false),
                    occurrences = table.Column<int>(type: "integer", nullable: false),
                    reports_found = table.Column<int>(type: "integer", nullable: false),
                    reports_added = table.Column<int>(type: "integer", nullable: false),
                    reports_replaced = table.Column<int>(type: "integer", nullable: false),
                    occurrences_missing = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harvest_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "organizers",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: true),
                    calendar_read_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    calendar_read_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    harvested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "virtual_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    graph_id = table.Column<string>(type: "text", nullable: false),
                    is_read = table.Column<bool>(type: "boolean", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    audience = table.Column<string>(type: "text", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    is_invite_only = table.Column<bool>(type: "boolean", nullable: true),
                    is_registration_required = table.Column<bool>(type: "boolean", nullable: true),
                    registrations_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    harvested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    end_local = table.Column<string>(type: "text", nullable: true),
                    end_zone = table.Column<string>(type: "text", nullable: true),
                    start_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    start_local = table.Column<string>(type: "text", nullable: true),
                    start_zone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_virtual_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "harvest_failures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    organizer_id = table.Column<int>(type: "integer", nullable: true),
                    step = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    report_id = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    message = table.Column<string>(type: "text", nullable: false),
                    remedy = table.Column<string>(type: "text", nullable: true),
                    first_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    virtual_event_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    identity_communication_resource_id = table.Column<string>(type: "text", nullable: true),
                    identity_display_name = table.Column<string>(type: "text", nullable: true),
                    identity_email = table.Column<string>(type: "text", nullable: true),
                    identity_id = table.Column<string>(type: "text", nullable: true),
                    identity_kind = table.Column<string>(type: "text", nullable: false),
                    identity_tenant_id = table.Column<string>(type: "text", nullable: true),
                    identity_type_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_type = table.Column<string>(type: "text", nullable: true)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    graph_id = table.Column<string>(type: "text", nullable: false),
                    organizer_id = table.Column<int>(type: "integer", nullable: true),
                    virtual_event_id = table.Column<long>(type: "bigint", nullable: true),
                    is_read = table.Column<bool>(type: "boolean", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    join_web_url = table.Column<string>(type: "text", nullable: true),
                    join_link = table.Column<string>(type: "text", nullable: true),
                    join_meeting_id = table.Column<string>(type: "text", nullable: true),
                    is_passcode_required = table.Column<bool>(type: "boolean", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seventh_digits = table.Column<short>(type: "smallint", nullable: true),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    thread_id = table.Column<string>(type: "text", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    reports_listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    end_local = table.Column<string>(type: "text", nullable: true),
                    end_zone = table.Column<string>(type: "text", nullable: true),
                    start_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    start_local = table.Column<string>(type: "text", nullable: true),
                    start_zone = table.Column<string>(type: "text", nullable: true)
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
                    virtual_event_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    graph_id = table.Column<string>(type: "text", nullable: true),
                    person = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<string>(type: "text", nullable: true),
                    first_name = table.Column<string>(type: "text", nullable: true),
                    last_name = table.Column<string>(type: "text", nullable: true),
                    email_address = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    canceled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seventh_digits = table.Column<short>(type: "smallint", nullable: true),
                    preferred_language = table.Column<string>(type: "text", nullable: true),
                    preferred_time_zone = table.Column<string>(type: "text", nullable: true),
                    external_referrer = table.Column<string>(type: "text", nullable: true),
                    external_registration_id = table.Column<string>(type: "text", nullable: true),
                    has_external_registration = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organizer_id = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    event_id = table.Column<string>(type: "text", nullable: true),
                    ical_uid = table.Column<string>(type: "text", nullable: true),
                    series_id = table.Column<string>(type: "text", nullable: true),
                    type = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_organizer = table.Column<bool>(type: "boolean", nullable: true),
                    is_cancelled = table.Column<bool>(type: "boolean", nullable: true),
                    join_web_url = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    missing_reason = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    end_local = table.Column<string>(type: "text", nullable: true),
                    end_zone = table.Column<string>(type: "text", nullable: true),
                    start_is_sent = table.Column<bool>(type: "boolean", nullable: true),
                    start_local = table.Column<string>(type: "text", nullable: true),
                    start_zone = table.Column<string>(type: "text", nullable: true)
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
                    virtual_event_id = table.Column<long>(type: "bigint", nullable: false),
                    registration_position = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    question_id = table.Column<string>(type: "text", nullable: true),
                    question = table.Column<string>(type: "text", nullable: true),
                    value = table.Column<string>(type: "text", nullable: true),
                    boolean_value = table.Column<bool>(type: "boolean", nullable: true),
                    choices = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_answers", x => new { x.virtual_event_id, x.registration_position, x.position });
                    table.ForeignKey(
                        name: "fk_registration_answers_registrations_virtual_event_id_registr",
                        columns: x => new { x.virtual_event_id, x.registration_position },
                        principalTable: "registrations",
                        principalColumns: new[] { "virtual_event_id", "position" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expected_people",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    occurrence_id = table.Column<long>(type: "bigint", nullable: true),
                    meeting_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_organizer = table.Column<bool>(type: "boolean", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    email_address = table.Column<string>(type: "text", nullable: true),
                    type = table.Column<string>(type: "text", nullable: true),
                    response = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    user_principal_name = table.Column<string>(type: "text", nullable: true),
                    identity_communication_resource_id = table.Column<string>(type: "text", nullable: true),
                    identity_display_name = table.Column<string>(type: "text", nullable: true),
                    identity_email = table.Column<string>(type: "text", nullable: true),
                    identity_id = table.Column<string>(type: "text", nullable: true),
                    identity_kind = table.Column<string>(type: "text", nullable: true),
                    identity_tenant_id = table.Column<string>(type: "text", nullable: true),
                    identity_type_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_type = table.Column<string>(type: "text", nullable: true)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    meeting_id = table.Column<long>(type: "bigint", nullable: false),
                    occurrence_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    graph_id = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seventh_digits = table.Column<short>(type: "smallint", nullable: true),
                    participant_count = table.Column<int>(type: "integer", nullable: true),
                    has_records = table.Column<bool>(type: "boolean", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    first_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    virtual_event_id = table.Column<long>(type: "bigint", nullable: true),
                    report_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<string>(type: "text", nullable: true),
                    event_id = table.Column<string>(type: "text", nullable: true)
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
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    graph_id = table.Column<string>(type: "text", nullable: true),
                    person = table.Column<string>(type: "text", nullable: true),
                    email_address = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "text", nullable: true),
                    total_attendance_seconds = table.Column<double>(type: "double precision", nullable: true),
                    registration_id = table.Column<string>(type: "text", nullable: true),
                    external_referrer = table.Column<string>(type: "text", nullable: true),
                    external_registration_id = table.Column<string>(type: "text", nullable: true),
                    has_external_registration = table.Column<bool>(type: "boolean", nullable: false),
                    identity_communication_resource_id = table.Column<string>(type: "text", nullable: true),
                    identity_display_name = table.Column<string>(type: "text", nullable: true),
                    identity_email = table.Column<string>(type: "text", nullable: true),
                    identity_id = table.Column<string>(type: "text", nullable: true),
                    identity_kind = table.Column<string>(type: "text", nullable: true),
                    identity_tenant_id = table.Column<string>(type: "text", nullable: true),
                    identity_type_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_principal_name = table.Column<string>(type: "text", nullable: true),
                    identity_user_type = table.Column<string>(type: "text", nullable: true)
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
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    participant_count = table.Column<int>(type: "integer", nullable: true),
                    record_count = table.Column<int>(type: "integer", nullable: true),
                    total_attendance_seconds = table.Column<double>(type: "double precision", nullable: true)
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
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    record_position = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: true),
                    sub_type = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seventh_digits = table.Column<short>(type: "smallint", nullable: true)
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
                    report_id = table.Column<long>(type: "bigint", nullable: false),
                    record_position = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seventh_digits = table.Column<short>(type: "smallint", nullable: true),
                    duration_seconds = table.Column<double>(type: "double precision", nullable: true)
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
