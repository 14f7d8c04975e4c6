using Dibao.Benchmarks;

var measures = new Dictionary<string, Func<Task<Figure>>>(StringComparer.Ordinal)
{
    ["startup"] = Startup.Measure,
};
var asked = args.Length == 0 ? measures.Keys.ToArray() : args;
if (asked.FirstOrDefault(a => !measures.ContainsKey(a)) is { } unknown)
{
    Console.Error.WriteLine($"There is no measure '{unknown}'; known: {string.Join(", ", measures.Keys)}.");
    return 64;
}
var missed = 0;
foreach (var name in asked)
{
    var figure = await measures[name]();
    Console.WriteLine(figure.Line);
    if (!figure.Reached) missed++;
}
return missed == 0 ? 0 : 1;
