using Dibao.Benchmarks;
using Dibao.Benchmarks.Ratios;
using Dibao.Benchmarks.Ratios.Bare;

return args switch
{
    [] => await Startup.Run() + await AllRatios.Run([]) == 0 ? 0 : 1,
    ["startup"] => await Startup.Run(),
    ["ratios", .. var terms] => await AllRatios.Run(terms),
    [BareServer.Mode, .. var configuration] => await BareServer.Serve(configuration),
    _ => Unknown(args[0]),
};

static int Unknown(string name)
{
    Console.Error.WriteLine($"There is no measure '{name}'; known: startup, ratios [--only {string.Join('|', AllRatios.Names)}] [--size small|full] [--engine Sqlite|PostgreSql] [--app PUBLISHED_FOLDER].");
    return 64;
}
