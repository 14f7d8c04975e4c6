using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Members;
using Dibao.Households.Features;

namespace Dibao.Benchmarks.Ratios;

/// <summary>
/// A county's register of a million members (small: thirty thousand) in households of three, written by the product's own bulk path: names as they are
/// spread in life, and in every third household somebody of whom something else became known later.
/// </summary>
internal sealed class FullRegister : IAsyncDisposable
{
    public const string County = "320706";
    private const int PerHousehold = 3;
    private const int Chunk = 2_000;
    private const int Most = 20_000;
    private const int Villages = 400;
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "建国秀英志强玉兰海燕春梅国庆桂芳文华丽娟永平素珍德福淑贞明辉晓东";

    private FullRegister(TestDatabase database, IReadOnlyList<Entered> entered, LocalDate on) => (Database, Sample, On) = (database, entered, on);

    public TestDatabase Database { get; }

    /// <summary>Some of the households, spread over the whole register.</summary>
    public IReadOnlyList<Entered> Sample { get; }

    /// <summary>The day on which it was written.</summary>
    public LocalDate On { get; }

    /// <summary>A household as it can be sought.</summary>
    public sealed record Entered(HouseholdId Household, string FileNumber, string IdNumber, string Name);

    public static async Task<FullRegister> Write(Terms terms)
    {
        var households = terms.Of(full: 1_000_000, small: 30_000) / PerHousehold + 1;
        var database = await terms.App.NewDatabase(terms.Engine);
        var now = Instant.FromDateTimeUtc(TimeProvider.System.GetUtcNow().UtcDateTime);
        var on = now.InUtc().Date;
        var sample = new List<Entered>(Most);
        var every = Math.Max(1, households / Most);
        await using var system = Ours.On(database);
        foreach (var numbers in Enumerable.Range(0, households).Chunk(Chunk))
        {
            var made = Array.ConvertAll(numbers, number =>
            {
                var (household, persons, entered) = Household(number, on, now);
                if (number % every == 0 && sample.Count < Most) sample.Add(entered);
                return (household, persons);
            });
            await system.InScope(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.WriteMany(made.Select(m => m.household), CancellationToken.None);
                await db.WriteMany(made.SelectMany(m => m.household.Members), CancellationToken.None);
                await db.WriteMany(made.SelectMany(m => m.household.Income), CancellationToken.None);
                await db.WriteMany(made.SelectMany(m => m.household.Assets), CancellationToken.None);
                await db.WriteMany(made.SelectMany(m => m.household.Payees), CancellationToken.None);
                await db.WriteMany(made.SelectMany(m => m.persons), CancellationToken.None);
                await transaction.CommitAsync();
                return 0;
            });
        }
        await Commanding.TakeStock(database);
        return new FullRegister(database, sample, on);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static (Dibao.Households.Domain.Household, IReadOnlyList<Person>, Entered) Household(int number, LocalDate on, Instant now)
    {
        var (registered, then) = (on.PlusDays(-400), now - Duration.FromDays(400));
        var village = DivisionCode.FromCode(320_706_001_000 + number % Villages / 20 * 1_000 + number % 20 + 1);
        var head = Fictitious.IdNumber(new LocalDate(1962, 3, 14).PlusDays(number % 4_000));
        var body = new HouseholdBody(
            village, village, HukouKind.NonAgricultural,
            [
                new(NameOf(number), head, Relationship.Head, LabourCapacity.Lost),
                new(NameOf(number + 7), Fictitious.IdNumber(new LocalDate(1964, 8, 2).PlusDays(number % 4_000), Sex.Female), Relationship.Spouse, LabourCapacity.PartlyLost),
                new(NameOf(number + 13), Fictitious.IdNumber(new LocalDate(2010, 5, 30).PlusDays(number % 1_000)), Relationship.Son, LabourCapacity.OutsideWorkingAge),
            ],
            [new(IncomeKind.Wage, 1_200_000), new(IncomeKind.Transfer, 360_000)], [new(AssetKind.Deposit, 500_000)],
            new(head, "农村商业银行", string.Create(CultureInfo.InvariantCulture, $"622188{number:0000000000000}")));
        var (household, persons) = body.Make(null, App.Sealing, registered, then, aloud: false).Value;
        household.Numbered(FileNumber.Of(village.County, registered.Year, number + 1));
        if (number % 3 == 0)
        {
            var spouse = household.Members[1];
            var employed = spouse.Particulars with { Attributes = Attributes.Unknown with { Marital = MaritalStatus.Married, Employment = Employment.Informal } };
            if (household.ChangeMember(spouse.Person, spouse.Name, employed, on.PlusDays(-100), on.PlusDays(-90), now - Duration.FromDays(90)) is { Refused: true, Error: var why })
                throw new InvalidOperationException(why.DetailEn);
        }
        return (household, persons, new Entered(household.Id, household.FileNumber, head, NameOf(number)));
    }

    /// <summary>Surname and two characters: some names are frequent, most are not.</summary>
    private static string NameOf(int number)
    {
        var n = (int)(number * 2_654_435_761L % 1_000_003);
        return $"{Surnames[n % Surnames.Length]}{Given[n / 20 % Given.Length]}{Given[n / 700 % Given.Length]}";
    }
}
