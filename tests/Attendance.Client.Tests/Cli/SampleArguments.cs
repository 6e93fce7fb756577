namespace Attendance.Client.Tests.Cli;

/// <summary>The sources of the sample data, as a user names them.</summary>
internal static class SampleArguments
{
    public const string Webinar =
        "--webinar f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd " +
        "--session 8d62dd52-4dff-4c75-96a9-f905cc3ff942";

    public const string Townhall =
        "--townhall 3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@5466a424-aadf-425c-9b24-034ca28d4bdd " +
        "--session b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37";
}
