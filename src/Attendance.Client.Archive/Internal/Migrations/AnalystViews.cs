using Microsoft.EntityFrameworkCore.Migrations;

namespace Attendance.Client.Archive.Internal;

/// <summary>What analysts read in place of the tables, in SQL that both databases understand.</summary>
/// <remarks>SQLite rebuilds a table to change a column, which a view upon it forbids: such a migration drops them first.</remarks>
internal static class AnalystViews
{
    private const string Attendance = """
        CREATE VIEW attendance AS
        SELECT
            COALESCE(organizers.user_id, hosts.identity_id) AS organizer,
            COALESCE(virtual_events.kind, 'Meeting') AS kind,
            meetings.source AS meeting,
            COALESCE(occurrences.subject, meetings.subject, virtual_events.display_name) AS subject,
            occurrences.id AS occurrence_id,
            CASE WHEN meetings.virtual_event_id IS NULL THEN occurrences.starts_at ELSE meetings.starts_at END AS planned_start,
            CASE WHEN meetings.virtual_event_id IS NULL THEN occurrences.ends_at ELSE meetings.ends_at END AS planned_end,
            reports.id AS report_id,
            reports.started_at AS report_start,
            reports.ended_at AS report_end,
            records.person AS person,
            records.identity_display_name AS name,
            COALESCE(records.email_address, records.identity_email, records.identity_user_principal_name) AS email_address,
            records.role AS role,
            records.total_attendance_seconds / 60.0 AS minutes,
            (SELECT MIN(stays.joined_at) FROM stays
                WHERE stays.report_id = records.report_id AND stays.record_position = records.position) AS first_join,
            (SELECT MAX(stays.left_at) FROM stays
                WHERE stays.report_id = records.report_id AND stays.record_position = records.position) AS last_leave
        FROM records
        JOIN reports ON reports.id = records.report_id
        JOIN meetings ON meetings.id = reports.meeting_id
        LEFT JOIN organizers ON organizers.id = meetings.organizer_id
        LEFT JOIN occurrences ON occurrences.id = reports.occurrence_id
        LEFT JOIN virtual_events ON virtual_events.id = meetings.virtual_event_id
        LEFT JOIN hosts ON hosts.virtual_event_id = virtual_events.id AND hosts.position = 0;
        """;

    // Where the records of a report are not known, nobody is known to have stayed away.
    private const string Absences = """
        CREATE VIEW absences AS
        SELECT
            organizers.user_id AS organizer,
            meetings.source AS meeting,
            occurrences.subject AS subject,
            occurrences.id AS occurrence_id,
            occurrences.starts_at AS planned_start,
            occurrences.ends_at AS planned_end,
            expected_people.person AS person,
            expected_people.name AS name,
            expected_people.email_address AS email_address,
            expected_people.type AS type,
            expected_people.response AS response
        FROM occurrences
        JOIN organizers ON organizers.id = occurrences.organizer_id
        JOIN expected_people ON expected_people.occurrence_id = occurrences.id
        LEFT JOIN meetings ON meetings.id = occurrences.meeting_id
        WHERE NOT expected_people.is_organizer
            AND LOWER(COALESCE(expected_people.type, '')) <> 'resource'
            AND NOT EXISTS (
                SELECT 1 FROM expected_people AS host
                WHERE host.occurrence_id = occurrences.id AND host.is_organizer AND host.person = expected_people.person)
            AND EXISTS (SELECT 1 FROM reports WHERE reports.occurrence_id = occurrences.id)
            AND NOT EXISTS (SELECT 1 FROM reports WHERE reports.occurrence_id = occurrences.id AND NOT reports.has_records)
            AND NOT EXISTS (
                SELECT 1 FROM reports
                JOIN records ON records.report_id = reports.id
                WHERE reports.occurrence_id = occurrences.id
                    AND (records.person = expected_people.person
                        OR LOWER(records.email_address) = LOWER(expected_people.email_address)
                        OR LOWER(records.identity_email) = LOWER(expected_people.email_address)
                        OR LOWER(records.identity_user_principal_name) = LOWER(expected_people.email_address)));
        """;

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(Attendance);
        migration.Sql(Absences);
    }

    public static void Drop(MigrationBuilder migration)
    {
        migration.Sql("DROP VIEW absences;");
        migration.Sql("DROP VIEW attendance;");
    }
}
