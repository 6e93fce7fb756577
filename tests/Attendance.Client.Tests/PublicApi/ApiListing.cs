using Attendance.Client.Tests.PublicApi.Sample;

namespace Attendance.Client.Tests.PublicApi;

public class ApiListing
{
    [Fact]
    public void A_listing_shows_what_users_see_and_nothing_else()
    {
        var listing = ApiText.Of(typeof(Zoo).Assembly.GetTypes().Where(type => type.Namespace == typeof(Zoo).Namespace));

        Assert.Equal("""
            namespace Attendance.Client.Tests.PublicApi.Sample;

            public abstract record Animal
            {
                protected Animal(string? name);
                public string? Name { get; init; }
                public abstract System.Collections.Generic.IReadOnlyList<string?>? Sounds { get; protected set; }
                public sealed override string ToString();
            }

            public sealed record Cat : Attendance.Client.Tests.PublicApi.Sample.Animal, System.IDisposable
            {
                public const int Lives = 9;
                public static readonly System.TimeSpan Nap;
                public Cat(string? Name = "Tom", Attendance.Client.Tests.PublicApi.Sample.Mood Mood = Attendance.Client.Tests.PublicApi.Sample.Mood.Good);
                public Attendance.Client.Tests.PublicApi.Sample.Mood Mood { get; init; }
                public override System.Collections.Generic.IReadOnlyList<string?>? Sounds { get; }
                public void Dispose();
            }

            public static class Keeper
            {
                [Obsolete("Let it hunt.")] public static T Feed<T>(this T animal, int? times = null, bool slowly = false, System.Threading.CancellationToken cancellationToken = default, params string[] food) where T : class, new();
                public static bool TryFind(string? name, out Attendance.Client.Tests.PublicApi.Sample.Animal? animal);
            }

            public enum Mood : byte
            {
                Good = 0,
                Bad = 7,
            }

            public delegate string? Sing<in T>(T animal) where T : Attendance.Client.Tests.PublicApi.Sample.Animal;

            public readonly record struct Weight
            {
                public Weight(double Kilograms);
                public double Kilograms { get; init; }
            }

            public class Zoo
            {
                public Zoo();
                protected virtual int this[string name] { get; }
                public required string Town { get; set; }
                public event System.EventHandler? Opened;
                protected virtual void OnOpened();
            }

            """.ReplaceLineEndings("\n"), listing);
    }
}
