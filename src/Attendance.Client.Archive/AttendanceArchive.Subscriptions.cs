namespace Attendance.Client.Archive;

public sealed partial class AttendanceArchive
{
    /// <summary>What an application knows of its subscriptions at Graph, kept in this archive's database.</summary>
    /// <param name="application">Whose subscriptions; nodes of one application name the same, such as the address that Graph
    /// notifies.</param>
    public ArchivedSubscriptions GetSubscriptions(string application)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(application);
        return new ArchivedSubscriptions(Database, application);
    }
}
