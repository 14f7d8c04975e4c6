using System.Diagnostics;
using System.Security.Cryptography;
using Dibao.Benchmarks.Ratios.Bare;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Operations;
using Dibao.Households.Domain.Imports;
using Dibao.Households.Features.Imports;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// The live cases of a county, two or three members each, from the first byte sent until the last household is entered with all checks, against a
/// bare bulk load of the rows that are then in the tables (values already encrypted, every index). As lines of JSON, and as the pair of
/// spreadsheets that counties exchange.
/// </summary>
internal static class Importing
{
    private const string Name = "import";
    private const double GoalTimes = 5;
    private const double GoalMegabytes = 300;
    private const string Village = "320706001001";
    private static readonly DivisionCode County = DivisionCode.Parse("320706");
    private static readonly (string Schema, string Name)[] Tables =
    [
        ("households", "household"), ("households", "member"), ("households", "income"), ("households", "asset"), ("households", "payee"), ("households", "person"),
        ("households", "takeover_line"), ("outbox", "fact"),
    ];

    public static async Task<IReadOnlyList<IFinding>> Measure(Terms terms)
    {
        var count = terms.Of(full: 100_000, small: 5_000);
        using var folder = new Folder();
        await File.WriteAllLinesAsync(folder.Lines, Enumerable.Range(1, count).Select(Line));
        await WriteBook(folder.Families, ["户编号", "户籍地区划代码", "户口性质", "保障类别", "月保障金(元)", "起发月份", "最近复核日期", "复核周期(月)", "开户银行", "银行账号", "工资性收入(元/年)", "银行存款(元)"],
            Enumerable.Range(1, count).Select(n => new[] { Number(n), Village, "非农业", "城市", "580", ThisMonth, LastReview, "12", "农村商业银行", Account(n), string.Create(CultureInfo.InvariantCulture, $"{Yearly(n) / 100m:0.00}"), string.Create(CultureInfo.InvariantCulture, $"{Deposit(n) / 100m:0.00}") }));
        await WriteBook(folder.Persons, ["户编号", "姓名", "身份证号", "与户主关系", "劳动能力"],
            Enumerable.Range(1, count).SelectMany(n => Members(n).Select(m => new[] { Number(n), m.Name, m.IdNumber, m.Relationship == "head" ? "户主" : m.Relationship == "spouse" ? "配偶" : "女", "完全丧失" })));
        return
        [
            .. await Take(terms, "", count, (ImportSheet.Whole, folder.Lines)),
            .. await Take(terms, "-pair", count, (ImportSheet.Families, folder.Families), (ImportSheet.Persons, folder.Persons)),
        ];
    }

    private static async Task<IReadOnlyList<IFinding>> Take(Terms terms, string kind, int count, params (ImportSheet Sheet, string File)[] files)
    {
        var (ours, bare, set, heap) = (new List<double>(), new List<double>(), 0.0, 0.0);
        for (var round = 0; round < terms.Of(full: 1, small: 3); round++)
        {
            await using var database = await terms.App.NewDatabase(terms.Engine);
            await using var system = Ours.On(database);
            await system.InScope(db => Task.FromResult(db.Model)); // read once, as at the start of the system
            var memory = new Memory();
            using (memory) ours.Add(await Import(system, count, files));
            (set, heap) = (Math.Max(set, memory.WorkingSet), Math.Max(heap, memory.Managed));

            await using var other = await terms.App.NewDatabase(terms.Engine);
            await using (var from = await database.Open())
            await using (var to = await other.Open())
                bare.Add(await BareCopy.Write(from, to, Tables));
            if (await other.Count("SELECT count(*) FROM households_household") != count) throw new InvalidOperationException("Rows are missing.");
        }
        return
        [
            Ratio.OfTimes(terms.Name(Name + kind), ours.Median(), bare.Median(), GoalTimes),
            new Figure(terms.Name($"{Name}{kind}-memory"), set, GoalMegabytes, "MB"),
            new Figure(terms.Name($"{Name}{kind}-heap"), heap, GoalMegabytes, "MB"),
        ];
    }

    private static async Task<double> Import(Ours system, int count, (ImportSheet Sheet, string File)[] files)
    {
        var watch = Stopwatch.StartNew();
        var import = Guid.CreateVersion7();
        await system.Send(new BeginImport(import, County, files.Length == 1 ? ImportFormat.Lines : ImportFormat.Pair), Roles.CountyOfficer, County);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ImportPiece.Size];
        foreach (var (sheet, file) in files)
        {
            await using var content = File.OpenRead(file);
            for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var length; number++)
            {
                hash.AppendData(buffer, 0, length);
                await system.Send(new KeepImportPiece(import, sheet, number, buffer[..length]), Roles.CountyOfficer, County);
            }
        }
        await system.Send(new ImportCases(import, hash.GetHashAndReset(), files.Sum(f => new FileInfo(f.File).Length)), Roles.CountyOfficer, County);
        await system.Background.Settle(CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        var done = await system.InScope(db => db.FindAsync<Import>(import).AsTask()) ?? throw new InvalidOperationException("There is no import.");
        if (done.Accepted != count) throw new InvalidOperationException($"Of {count} households {done.Accepted} were accepted, {done.Rejected} refused: {done.Code} {done.LastFailure}.");
        return seconds;
    }

    private static string ThisMonth => Date.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    private static string LastReview => Date.PlusMonths(-3).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static Today Clock { get; } = new(new DibaoClock(TimeProvider.System));

    private static LocalDate Date => Clock.Date;

    private static string Number(int household) => household.ToString("0000000", CultureInfo.InvariantCulture);

    /// <summary>No two households are alike: a file of equal rows would be packed as no real one is.</summary>
    private static string Account(int household) => string.Create(CultureInfo.InvariantCulture, $"62218800{household * 7919L % 100_000_000_000:00000000000}");

    private static long Yearly(int household) => 60_000 + household * 137L % 140_000;

    private static long Deposit(int household) => household * 7_717L % 600_000;

    private static IEnumerable<(string Name, string IdNumber, string Relationship)> Members(int household)
    {
        yield return ("王建国", IdNumber(household * 3), "head");
        yield return ("张桂英", IdNumber(household * 3 + 1), "spouse");
        if (household % 2 == 0) yield return ("王芳", IdNumber(household * 3 + 2), "daughter");
    }

    /// <summary>A number that cannot be real: no area begins with 99.</summary>
    private static string IdNumber(int person)
    {
        var born = new LocalDate(1950, 1, 1).PlusDays(person / 500 % 15_000);
        var first17 = string.Create(CultureInfo.InvariantCulture, $"{990000 + person / 7_500_000}{born.Year:0000}{born.Month:00}{born.Day:00}{person % 500 * 2:000}");
        return first17 + ResidentIdNumber.CheckDigit(first17);
    }

    private static string Line(int household)
    {
        var members = string.Join(',', Members(household).Select(m => $$"""{"name":"{{m.Name}}","idNumber":"{{m.IdNumber}}","relationship":"{{m.Relationship}}","labour":"lost"}"""));
        var head = Members(household).First().IdNumber;
        return $$$"""{"household":{"division":"{{{Village}}}","residence":"{{{Village}}}","hukou":"nonAgricultural","members":[{{{members}}}],"income":[{"kind":"wage","yearlyFen":{{{Yearly(household)}}}}],"assets":[{"kind":"deposit","valueFen":{{{Deposit(household)}}}}],"payee":{"holderIdNumber":"{{{head}}}","bank":"农村商业银行","accountNumber":"{{{Account(household)}}}"}},"scheme":"urban","monthlyFen":58000,"firstMonth":"{{{ThisMonth}}}","lastReviewedOn":"{{{LastReview}}}","reviewEvery":12}""";
    }

    private static async Task WriteBook(string file, string[] heading, IEnumerable<string[]> rows)
    {
        await using var stream = File.Create(file);
        await WorkbookWriter.Write(stream, heading, rows.ToAsyncEnumerable(), CancellationToken.None);
    }

    /// <summary>The files of a run.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("dibao-import-").FullName;

        public string Lines => Path.Combine(path, "cases.ndjson");

        public string Families => Path.Combine(path, "families.xlsx");

        public string Persons => Path.Combine(path, "persons.xlsx");

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
