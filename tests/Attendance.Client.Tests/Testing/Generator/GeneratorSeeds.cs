using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Generator;

[Collection(MachineTests.Name)]
public class GeneratorSeeds
{
    // Without what follows from the data by the time zones that a machine knows.
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    [Fact]
    public void A_seed_makes_the_same_data_in_every_assembly_culture_and_time_zone()
    {
        const string hash = "73F2C5090BBE9992313090B25E5D32D64432C81B3F3B43AE27230974D83A000D";
        Assert.Equal(hash, HashOf(new AttendanceGenerator(2026)));

        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            foreach (var (name, timeZone) in new[]
            {
                ("tr-TR", "Asia/Kolkata"),
                ("ar-SA", "America/St_Johns"),
                ("fa-IR", "Pacific/Apia"),
                ("th-TH", "Europe/Berlin"),
            })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", timeZone);
                TimeZoneInfo.ClearCachedData();

                Assert.Equal(hash, HashOf(new AttendanceGenerator(2026)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Another_seed_makes_other_data() => Assert.NotEqual(HashOf(new AttendanceGenerator(1)), HashOf(new AttendanceGenerator(2)));

    private static string HashOf(AttendanceGenerator generator)
    {
        var data = new object[]
        {
            generator.Organizer, generator.CreateMeeting(), generator.CreateMeeting(people: 50, occurrences: 10),
            generator.CreateWebinar(people: 200, sessions: 2), generator.CreateTownhall(people: 500),
            generator.CreateTownhall(people: 100, hasRegistration: true),
        };
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(data, Json))));
    }
}
