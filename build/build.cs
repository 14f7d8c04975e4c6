#!/usr/bin/env dotnet
#:property TreatWarningsAsErrors=false
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
#:property Analyzers=false
#:property EnforceCodeStyleInBuild=false
#:property GenerateDocumentationFile=false

// The make of this house: `dotnet run build/build.cs COMMAND`, or `./build/build.cs COMMAND`.
using System.Diagnostics;
using System.Runtime.CompilerServices;

var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));
var commands = new Dictionary<string, (string Does, Func<int> Run)>
{
    ["build"] = ("builds everything, warnings as errors", Build),
    ["test"] = ("runs all tests", Test),
    ["format"] = ("formats the sources", () => Dotnet("format", "Dibao.sln")),
    ["spec"] = ("writes the committed contract, api-specs/openapi.json and openapi-3.0.json", () => Dotnet("run", "--project", "src/Api", "--", "--spec", Path.Combine(root, "api-specs"))),
    ["migrate"] = ("NAME: scaffolds a migration for every engine; `migrate Initial` replaces all there are", Migrate),
    ["client"] = ("makes TypeScript clients of both contracts and compiles them, strictly", Client),
    ["faults"] = ("[--rounds N] [--engine E] [--seed S]: kills the running system N times per engine (50), and all other faults; a line per kill", Faults),
    ["bench"] = ("measures; see docs/performance.md", () => Dotnet(["run", "-c", "Release", "--project", "tests/Benchmarks", "--", .. args.Skip(1)])),
    ["published"] = ("publishes, makes it read-only, and looks whether it runs for another user from another folder", Published),
    ["ci"] = ("format check, build, tests, client", () => Each(Formatted, Build, Test, Client)),
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    foreach (var (name, (does, _)) in commands) Console.WriteLine($"  {name,-8} {does}");
    return args.Length == 0 ? 0 : 64;
}
return command.Run();

int Build() => Dotnet("build", "Dibao.sln", "-v", "q");

int Test() => Dotnet("test");

int Formatted() => Dotnet("format", "Dibao.sln", "whitespace", "--verify-no-changes");

int Migrate()
{
    if (args.Length != 2)
    {
        Console.Error.WriteLine("migrate needs a NAME.");
        return 64;
    }
    if (Each(() => Dotnet("tool", "restore"), () => Dotnet("restore", "Dibao.sln")) is var restored && restored != 0) return restored;
    foreach (var project in Directory.GetDirectories(Path.Combine(root, "src", "Persistence")).Order())
    {
        var migrations = Path.Combine(project, "Migrations");
        if (args[1] == "Initial" && Directory.Exists(migrations)) Directory.Delete(migrations, recursive: true); // one migration until 1.0
        var added = Dotnet("ef", "migrations", "add", args[1], "--project", project, "--startup-project", "build/Migrations", "-o", "Migrations", "--", Path.GetFileName(project));
        if (added != 0) return added;
    }
    return 0;
}

int Client()
{
    var work = Path.Combine(root, "artifacts", "client");
    var sources = Path.Combine(root, "build", "client");
    if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
    Directory.CreateDirectory(work);
    foreach (var file in Directory.GetFiles(sources)) File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
    foreach (var file in new[] { "openapi.json", "openapi-3.0.json" }) File.Copy(Path.Combine(root, "api-specs", file), Path.Combine(work, file));
    var bin = Path.Combine(work, "node_modules", ".bin");
    return Each(
        () => Run(work, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"),
        () => Run(work, Path.Combine(bin, "openapi-typescript"), "openapi.json", "-o", "v31.ts"),
        () => Run(work, Path.Combine(bin, "openapi-typescript"), "openapi-3.0.json", "-o", "v30.ts"),
        () => Run(work, Path.Combine(bin, "tsc"), "--project", "tsconfig.json"));
}

int Published()
{
    if (OperatingSystem.IsWindows())
    {
        Console.Error.WriteLine("published needs file permissions as Linux and macOS have them.");
        return 1;
    }
    const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    var app = Directory.CreateTempSubdirectory("dibao-app-").FullName;
    var data = Directory.CreateTempSubdirectory("dibao-data-").FullName;
    try
    {
        if (Dotnet("publish", "src/Api", "-c", "Release", "-v", "q", "-o", app) is var published && published != 0) return published;
        foreach (var entry in Directory.GetFileSystemEntries(app, "*", SearchOption.AllDirectories).Append(app)) File.SetUnixFileMode(entry, readable);
        string[] nobody = Environment.UserName is "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        if (nobody.Length > 0 && Run(root, "chown", "65534:65534", data) != 0) return 1; // files cannot be made read-only for root itself
        var before = Stand(app);
        if (Serve(app, data, nobody) is { } wrong)
        {
            Console.Error.WriteLine(wrong);
            return 1;
        }
        if (!Stand(app).SequenceEqual(before))
        {
            Console.Error.WriteLine("It wrote into its own folder.");
            return 1;
        }
        Console.WriteLine($"Served from a read-only folder and stopped cleanly; it wrote {string.Join(", ", Directory.GetFileSystemEntries(data).Select(Path.GetFileName).Order())}.");
        return 0;
    }
    finally
    {
        foreach (var folder in Directory.GetDirectories(app, "*", SearchOption.AllDirectories).Append(app)) File.SetUnixFileMode(folder, readable | UnixFileMode.UserWrite);
        Directory.Delete(app, recursive: true);
        Directory.Delete(data, recursive: true);
    }
}

// Files with their sizes and times of writing.
static List<string> Stand(string folder) =>
    [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {(File.Exists(f) ? new FileInfo(f).Length : 0)} {File.GetLastWriteTimeUtc(f):O}")];

// Serves in Production as a container would, reads, and is told to stop; answers what went wrong, or null.
static string? Serve(string app, string data, string[] user)
{
    string[] line = [.. user, "dotnet", Path.Combine(app, "Dibao.Api.dll")];
    var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/", RedirectStandardOutput = true };
    start.Environment.Remove("HOME");
    foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
    var key = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
    foreach (var (name, value) in new[]
    {
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("DOTNET_EnableDiagnostics", "0"), ("Database__Path", Path.Combine(data, "dibao.db")),
        ("Authentication__Authority", "https://login.example"), ("Sealing__Current", "1"), ("Sealing__Keys__1", key), ("Sealing__HashKey", key),
    })
        start.Environment[name] = value;
    using var process = Process.Start(start)!;
    try
    {
        var serving = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } said)
            {
                if (said.StartsWith("Serving on ", StringComparison.Ordinal)) return said["Serving on ".Length..].Split([',', ';'])[0];
                Console.WriteLine(said);
            }
            return null;
        });
        if (!serving.Wait(TimeSpan.FromSeconds(60)) || serving.Result is not { } address) return "It did not come to serve.";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        foreach (var path in new[] { "/health/ready", "/api/v1/clock", "/api/v1/policies?on=2026-01-01&division=320706" })
        {
            using var answer = client.GetAsync(path).GetAwaiter().GetResult();
            Console.WriteLine($"  {(int)answer.StatusCode} {path}");
            if (!answer.IsSuccessStatusCode) return $"{path}: {answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()}";
        }
        Run("/", "kill", "-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var rest = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(30))) return "It did not stop.";
        return process.ExitCode == 0 ? null : $"It stopped with {process.ExitCode}: {rest.Result}";
    }
    finally
    {
        if (!process.HasExited) process.Kill();
    }
}

int Faults()
{
    string? Option(string name) => Array.IndexOf(args, name) is var at && at > 0 && at + 1 < args.Length ? args[at + 1] : null;
    var report = Path.GetTempFileName();
    Environment.SetEnvironmentVariable("DIBAO_FAULT_REPORT", report);
    Environment.SetEnvironmentVariable("DIBAO_FAULT_ROUNDS", Option("--rounds") ?? "50");
    Environment.SetEnvironmentVariable("DIBAO_FAULT_SEED", Option("--seed"));
    var filter = "FullyQualifiedName~.Faults." + (Option("--engine") is { } engine ? $"&DisplayName~on {engine}" : "");
    using var ended = new CancellationTokenSource();
    var showing = Task.Run(() => Show(report, ended.Token));
    try
    {
        return Dotnet("test", "tests/IntegrationTests", "--filter", filter);
    }
    finally
    {
        ended.Cancel();
        showing.Wait();
        File.Delete(report);
    }
}

static void Show(string file, CancellationToken ended)
{
    using var lines = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
    for (var last = false; ; last = ended.IsCancellationRequested)
    {
        while (lines.ReadLine() is { } line) Console.WriteLine(line);
        if (last) return;
        ended.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));
    }
}

int Dotnet(params string[] arguments) => Run(root, "dotnet", arguments);

static int Each(params Func<int>[] steps) => steps.Select(step => step()).FirstOrDefault(code => code != 0);

static int Run(string folder, string program, params string[] arguments)
{
    Console.WriteLine($"> {Path.GetFileName(program)} {string.Join(' ', arguments)}");
    if (OperatingSystem.IsWindows() && program is not "dotnet") program += ".cmd";
    var start = new ProcessStartInfo(program) { WorkingDirectory = folder };
    foreach (var argument in arguments) start.ArgumentList.Add(argument);
    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

static string Here([CallerFilePath] string path = "") => path;
