using System.Globalization;
using Attendance.Fuzz;

const string Usage =
    "Expected bodies or cancellations, and for how many seconds: dotnet run -c Release --project tests/Attendance.Fuzz -- bodies 60 [seed]";

if (args is not [var what, var length, ..] || !int.TryParse(length, CultureInfo.InvariantCulture, out var seconds))
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.TickCount;
Console.WriteLine($"{what} for {seconds} seconds with seed {seed}");
var faults = what switch
{
    "bodies" => await Bodies.RunAsync(seed, TimeSpan.FromSeconds(seconds)),
    "cancellations" => await Cancellations.RunAsync(seed, TimeSpan.FromSeconds(seconds)),
    _ => [Usage],
};
foreach (var fault in faults)
    Console.WriteLine(fault);
return faults.Count == 0 ? 0 : 1;
