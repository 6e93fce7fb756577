// Types that are there to be listed.
namespace Attendance.Client.Tests.PublicApi.Sample;

public abstract record Animal
{
    protected Animal(string? name) => Name = name;

    private protected Animal(int number) => Name = $"{number}";

    public string? Name { get; init; }

    public abstract IReadOnlyList<string?>? Sounds { get; protected set; }

    internal string? Nickname { get; init; }

    public sealed override string ToString() => Name ?? "";
}

public delegate string? Sing<in T>(T animal)
    where T : Animal;

public sealed record Cat(string? Name = "Tom", Mood Mood = Mood.Good) : Animal(Name), IDisposable
{
    public const int Lives = 9;
    public static readonly TimeSpan Nap = TimeSpan.FromHours(1);

    public override IReadOnlyList<string?>? Sounds { get; protected set; }

    public void Dispose() => Sounds = null;
}

public static class Keeper
{
    [Obsolete("Let it hunt.")]
    public static T Feed<T>(this T animal, int? times = null, bool slowly = false, CancellationToken cancellationToken = default, params string[] food)
        where T : class, new() => animal;

    public static bool TryFind(string? name, out Animal? animal) => throw new NotSupportedException(name);
}

public enum Mood : byte
{
    Good,
    Bad = 7,
}

public readonly record struct Weight(double Kilograms);

public class Zoo
{
    public event EventHandler? Opened;

    public required string Town { get; set; }

    protected virtual int this[string name] => name.Length;

    protected virtual void OnOpened() => Opened?.Invoke(this, EventArgs.Empty);
}
