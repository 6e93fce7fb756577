namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>Where somebody belongs, as far as the identity tells.</summary>
internal enum Origin
{
    /// <summary>To the organization, or it is not known.</summary>
    Inside,

    /// <summary>To nobody that can be told: a guest.</summary>
    Guest,

    /// <summary>To another organization.</summary>
    Outside,

    /// <summary>To the owner of a phone.</summary>
    Phone,

    /// <summary>It is no person.</summary>
    Application,
}
