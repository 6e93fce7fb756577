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

    // Who is invited to the meeting counts where the calendar names nobody. Where the records of a report are not known, nobody is known to
    // have stayed away.
    private const string Absences = """
        CREATE VIEW absences AS
        WITH expected AS (
            SELECT occurrence_id, person, name, email_address, type, response
            FROM expected_people
            WHERE occurrence_id IS NOT NULL AND NOT is_organizer
            UNION ALL
            SELECT occurrences.id, invited.person, invited.name, invited.email_address, invited.type, invited.response
            FROM occurrences
            JOIN expected_people AS invited ON invited.meeting_id = occurrences.meeting_id AND NOT invited.is_organizer
            WHERE NOT EXISTS (
                SELECT 1 FROM expected_people AS own WHERE own.occurrence_id = occurrences.id AND NOT own.is_organizer)
        )
        SELECT
            organizers.user_id AS organizer,
            meetings.source AS meeting,
            COALESCE(occurrences.subject, meetings.subject) AS subject,
            occurrences.id AS occurrence_id,
            occurrences.starts_at AS planned_start,
            occurrences.ends_at AS planned_end,
            expected.person AS person,
            expected.name AS name,
            expected.email_address AS email_address,
            expected.type AS type,
            expected.response AS response
        FROM occurrences
        JOIN organizers ON organizers.id = occurrences.organizer_id
        JOIN expected ON expected.occurrence_id = occurrences.id
        LEFT JOIN meetings ON meetings.id = occurrences.meeting_id
        WHERE LOWER(COALESCE(expected.type, '')) <> 'resource'
            AND NOT EXISTS (
                SELECT 1 FROM expected_people AS host
                WHERE host.is_organizer AND (host.occurrence_id = occurrences.id OR host.meeting_id = occurrences.meeting_id)
                    AND (host.person = expected.person OR LOWER(host.email_address) = LOWER(expected.email_address)))
            AND EXISTS (SELECT 1 FROM reports WHERE reports.occurrence_id = occurrences.id)
            AND NOT EXISTS (SELECT 1 FROM reports WHERE reports.occurrence_id = occurrences.id AND NOT reports.has_records)
            AND NOT EXISTS (
                SELECT 1 FROM reports
                JOIN records ON records.report_id = reports.id
                WHERE reports.occurrence_id = occurrences.id
                    AND (records.person = expected.person
                        OR LOWER(records.email_address) = LOWER(expected.email_address)
                        OR LOWER(records.identity_email) = LOWER(expected.email_address)
                        OR LOWER(records.identity_user_principal_name) = LOWER(expected.email_address)));
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
