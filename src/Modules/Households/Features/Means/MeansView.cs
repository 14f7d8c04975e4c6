using System.Text.Json;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Features.Means;

/// <summary>A household's means on a day.</summary>
/// <param name="Version">Version of the household, also the ETag: to be sent with what is declared or named anew.</param>
/// <param name="ValidAt">The day.</param>
/// <param name="Persons">Members who count on it (57 Art 7).</param>
/// <param name="Income">Income by kind, fen per year.</param>
/// <param name="Assets">Assets by kind, fen.</param>
/// <param name="Uncounted">Income that the law does not count, or no longer leaves uncounted.</param>
/// <param name="YearlyFen">Income that counts, fen per year: authoritative.</param>
/// <param name="PerPersonMonthlyFen">A twelfth of it per person, cut off to the fen once at the end: to be shown, not to be counted with; null when nobody counts.</param>
/// <param name="AssetsFen">Assets that count, fen.</param>
/// <param name="SupportPayableFen">Support that obligors owe, fen per year, without what is left out. It counts once it is entered as transfer income.</param>
/// <param name="Findings">The verified and estimated figures with their sources.</param>
/// <param name="Obligors">Who owes support.</param>
/// <param name="LivingStandard">Signs of a living standard; they supplement and never decide (57 Art 17).</param>
internal sealed record MeansView(
    long Version, LocalDate ValidAt, int Persons, IReadOnlyList<KindView> Income, IReadOnlyList<KindView> Assets, IReadOnlyList<UncountedView> Uncounted, long YearlyFen,
    long? PerPersonMonthlyFen, long AssetsFen, long SupportPayableFen, IReadOnlyList<MeansFindingView> Findings, IReadOnlyList<ObligorView> Obligors,
    IReadOnlyList<LivingStandardView> LivingStandard) : IVersioned;

/// <summary>One kind of income or asset: three figures side by side, and the one that counts.</summary>
/// <param name="Kind" example="wage">Kind of income or of asset.</param>
/// <param name="DeclaredFen">As declared; null when nothing was.</param>
/// <param name="VerifiedFen">As verified; null when nothing is.</param>
/// <param name="EstimatedFen">As estimated; null when nothing is.</param>
/// <param name="DeductedFen">What is taken off.</param>
/// <param name="CountedFen">What counts.</param>
/// <param name="CountedAs">On which ground it counts.</param>
/// <param name="Understated">True when less was declared than is verified.</param>
internal sealed record KindView(
    string Kind, long? DeclaredFen, long? VerifiedFen, long? EstimatedFen, long DeductedFen, long CountedFen, Truth CountedAs, bool Understated)
{
    public static KindView Of<TKind>(CountedKind<TKind> k) where TKind : struct, Enum => new(
        JsonNamingPolicy.CamelCase.ConvertName(k.Kind.ToString()), k.Declared?.Fen, k.Verified?.Fen, k.Estimated?.Fen, k.Deducted.Fen, k.Counted.Fen, k.CountedAs,
        k.Verified is { } verified && verified.Fen > (k.Declared?.Fen ?? 0));
}

/// <summary>Income that the law does not count.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Truth" example="declared">declared: stands in the household's declaration; else verified or estimated.</param>
/// <param name="YearlyFen">Fen per year.</param>
/// <param name="Article" example="57 Art 13">The article by which it is uncounted that day; null when none is in force, and it counts as a transfer.</param>
internal sealed record UncountedView(UncountedKind Kind, Truth Truth, long YearlyFen, string? Article)
{
    public static UncountedView Of(MeansEntry entry, LocalDate day) => new((UncountedKind)entry.Kind, entry.Truth, entry.Amount.Fen, UncountedIncome.Article((UncountedKind)entry.Kind, day));
}

/// <summary>A verified or estimated figure and its ground.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Side">Income, deduction, uncounted or asset.</param>
/// <param name="Kind" example="wage">Its kind.</param>
/// <param name="Against">The income that a deduction is taken off.</param>
/// <param name="Person">Whose; null for the household's.</param>
/// <param name="Truth">verified or estimated.</param>
/// <param name="Fen">Fen per year, or the value of an asset.</param>
/// <param name="Period">The span that the source states.</param>
/// <param name="PeriodFen">What it states for that span.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="On">The day of the source.</param>
/// <param name="Note">How it was found or worked out.</param>
/// <param name="Evidence">The paper on file that shows it.</param>
/// <param name="By">Subject of the person who entered it.</param>
/// <param name="ValidFrom">From when it is so.</param>
internal sealed record MeansFindingView(
    Guid Id, MeansSide Side, string Kind, IncomeKind? Against, PersonId? Person, Truth Truth, long Fen, MeansPeriod? Period, long? PeriodFen, MeansSource Source,
    LocalDate On, string Note, Guid? Evidence, string By, LocalDate ValidFrom)
{
    public static MeansFindingView Of(MeansEntry e) => new(
        e.Id, e.Side, KindOf(e), e.Against, e.Person, e.Truth, e.Amount.Fen, e.Period, e.PeriodAmount?.Fen, e.Source, e.On, e.Note, e.Evidence, e.By, e.ValidFrom);

    private static string KindOf(MeansEntry e) => JsonNamingPolicy.CamelCase.ConvertName(e.Side switch
    {
        MeansSide.Income => ((IncomeKind)e.Kind).ToString(),
        MeansSide.Deduction => ((DeductionKind)e.Kind).ToString(),
        MeansSide.Uncounted => ((UncountedKind)e.Kind).ToString(),
        _ => ((AssetKind)e.Kind).ToString(),
    });
}

/// <summary>All who owe support.</summary>
/// <param name="Version">Version of the household, also the ETag.</param>
/// <param name="Obligors">Who owes support.</param>
internal sealed record ObligorsView(long Version, IReadOnlyList<ObligorView> Obligors) : IVersioned;

/// <summary>One who owes support.</summary>
/// <param name="Id">This entry.</param>
/// <param name="Name" example="王大明">Name; the first character only, unless the caller may see more.</param>
/// <param name="Supports">The member he owes support to.</param>
/// <param name="Kind">What he is to that member.</param>
/// <param name="Basis">On what the payable support stands.</param>
/// <param name="PayableFen">Fen per year.</param>
/// <param name="Age">His age.</param>
/// <param name="Persons">Persons of his own household.</param>
/// <param name="YearlyFen">Income of his own household, fen per year.</param>
/// <param name="LeftOut">Left out at discretion (83 I(1)).</param>
/// <param name="Note">How it was calculated, or why it is left out.</param>
internal sealed record ObligorView(
    Guid Id, string Name, PersonId Supports, ObligorKind Kind, SupportBasis Basis, long PayableFen, int? Age, int? Persons, long? YearlyFen, bool LeftOut, string Note)
{
    public static ObligorView Of(Obligor o, Sealing sealing, Caller caller)
    {
        var name = sealing.Open(Obligor.SealColumn, o.SealedName);
        return new(
            o.Id, caller.May(Permission.ReadSensitive) ? name : MemberView.First(name), o.Supports, o.Kind, o.Basis, o.Payable.Fen, o.Age, o.Persons, o.Yearly?.Fen, o.LeftOut, o.Note);
    }
}

/// <summary>A sign of a living standard.</summary>
/// <param name="Id">The sign.</param>
/// <param name="Kind">Of what kind.</param>
/// <param name="From">First month.</param>
/// <param name="To">Last month.</param>
/// <param name="SpentFen">What was spent in these months; null when only the fact is known.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">What else is known.</param>
internal sealed record LivingStandardView(Guid Id, IndicatorKind Kind, Month From, Month To, long? SpentFen, MeansSource Source, string Note)
{
    public static LivingStandardView Of(LivingStandard s) => new(s.Id, s.Kind, s.From, s.To, s.Spent?.Fen, s.Source, s.Note);
}
