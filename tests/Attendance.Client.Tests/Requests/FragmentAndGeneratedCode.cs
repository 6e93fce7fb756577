using System.Collections;
using System.Text;
using System.Text.Json;
using Attendance.Client.Generated.Models;
using Attendance.Client.Internal;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Attendance.Client.Tests;

public class FragmentAndGeneratedCode
{
    [Fact]
    public async Task The_generated_code_was_made_from_this_fragment()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddMicrosoftExtensionParsers();
        using var fragment = new MemoryStream(Resource.Bytes("attendance.json"));

        var read = await OpenApiDocument.LoadAsync(fragment, settings: settings);
        foreach (var path in read.Document!.Paths.Keys.Where(IsOfNotifications).ToList())
            read.Document.Paths.Remove(path);
        var hash = await read.Document.GetHashCodeAsync();

        using var kiotaLock = JsonDocument.Parse(Resource.Text("kiota-lock.json"));
        Assert.Equal(kiotaLock.RootElement.GetProperty("descriptionHash").GetString(), hash);
    }

    [Fact]
    public void Every_answer_of_a_generated_builder_is_read_with_every_member_that_Kiota_writes()
    {
        var answers = typeof(BaseCollectionResponse).Assembly.GetTypes()
            .Where(type => typeof(BaseRequestBuilder).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name == "GetAsync")
            .Select(method => method.ReturnType.GetGenericArguments()[0])
            .ToHashSet();
        var filled = new HashSet<Type>();

        Assert.Equal(13, answers.Count);
        Assert.All(answers, type =>
        {
            var model = (IParsable)Fill(type, filled);
            var written = Write(model);

            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(written));
            json.Read();
            var read = (IParsable)ModelReaders.Of(type)!.Read(ref json)!;

            PutBackRecords(model, read);
            Assert.Equal(written, Write(read));
        });
        Assert.Equal(33, filled.Count(typeof(IParsable).IsAssignableFrom));
    }

    // Left out of this package's code, and of the hash that Kiota notes.
    private static bool IsOfNotifications(string path) =>
        path.StartsWith("/subscriptions", StringComparison.Ordinal) || path.StartsWith("/communications/", StringComparison.Ordinal);

    // Records are mapped as they are read, so they are compared as what they become.
    private static void PutBackRecords(IParsable sent, IParsable read)
    {
        switch (sent, read)
        {
            case (AttendanceRecordCollectionResponse sentPage, AttendanceRecordCollectionResponse readPage):
                Assert.Equal(sentPage.Value!.Select(AttendanceMapper.ToRecord), readPage.Records!);
                readPage.Value = sentPage.Value;
                break;
            case (MeetingAttendanceReport sentReport, MeetingAttendanceReport readReport):
                Assert.Equal(sentReport.AttendanceRecords!.Select(AttendanceMapper.ToRecord), readReport.Records!);
                readReport.AttendanceRecords = sentReport.AttendanceRecords;
                break;
            case (MeetingAttendanceReportCollectionResponse sentReports, MeetingAttendanceReportCollectionResponse readReports):
                PutBackRecords(sentReports.Value![0], readReports.Value![0]);
                break;
        }
    }

    // No two texts or numbers are alike, so that none can stand in another's place.
    private static object Fill(Type type, HashSet<Type> filled)
    {
        filled.Add(type);
        if (type == typeof(string))
            return Guid.NewGuid().ToString();
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return Random.Shared.Next();
        if (type == typeof(long))
            return Random.Shared.NextInt64();
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch.AddSeconds(Random.Shared.Next());

        var value = Activator.CreateInstance(type)!;
        if (value is IList list)
        {
            list.Add(Fill(type.GetGenericArguments()[0], filled));
            return list;
        }

        foreach (var property in type.GetProperties().Where(property => property.Name != "Records"))
            property.SetValue(value, Fill(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, filled));

        return value;
    }

    private static string Write(IParsable model)
    {
        using var writer = new JsonSerializationWriter();
        writer.WriteObjectValue(key: null, model);
        using var content = new StreamReader(writer.GetSerializedContent());
        return content.ReadToEnd();
    }
}
