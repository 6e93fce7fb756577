using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Attendance.Client.Generated.Models;
using Attendance.Client.Internal.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
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
        var hash = await read.Document!.GetHashCodeAsync();

        using var kiotaLock = JsonDocument.Parse(Resource.Text("kiota-lock.json"));
        Assert.Equal(kiotaLock.RootElement.GetProperty("descriptionHash").GetString(), hash);
    }

    [Fact]
    public void The_naming_rule_gives_every_member_of_every_model_the_name_that_Kiota_reads()
    {
        var models = typeof(BaseCollectionResponse).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BaseCollectionResponse).Namespace && typeof(IParsable).IsAssignableFrom(type))
            .Except([typeof(BaseCollectionResponse)])
            .ToList();

        Assert.Equal(27, models.Count);
        Assert.All(models, type =>
        {
            var names = ((IParsable)Activator.CreateInstance(type)!).GetFieldDeserializers().Keys;
            var ours = GraphJsonContext.Lenient.GetTypeInfo(type)!.Properties.Select(property => property.Name);
            if (type != typeof(DateTimeTimeZone))
                Assert.Equal(names.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Every_answer_of_a_generated_builder_is_read_by_System_Text_Json()
    {
        var answers = typeof(BaseCollectionResponse).Assembly.GetTypes()
            .Where(type => typeof(BaseRequestBuilder).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name == "GetAsync")
            .Select(method => method.ReturnType.GetGenericArguments()[0])
            .ToHashSet();

        Assert.Equal(12, answers.Count);
        Assert.All(answers, type => Assert.IsAssignableFrom<JsonTypeInfo>(GraphJsonContext.Lenient.GetTypeInfo(type)));
    }
}
