using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;

namespace Dibao.Eligibility.Domain;

/// <summary>Schemes of which a person draws one at most in a month (TK; orphan and like allowances by choice).</summary>
internal enum CoverScheme
{
    /// <summary>Minimum living guarantee.</summary>
    Dibao = 1,

    /// <summary>Support of the destitute (特困).</summary>
    Tekun = 2,

    /// <summary>Allowance of orphans.</summary>
    Orphan = 3,

    /// <summary>Allowance of children whom in fact nobody supports.</summary>
    UnsupportedChild = 4,
}

/// <summary>What a person drew before.</summary>
internal sealed record EarlierCover(CoverScheme Scheme, DivisionCode County, EntitlementId? Entitlement, Month FirstMonth, Month LastMonth);

/// <summary>Cover that was recorded by mistake: what it said, and who took it back.</summary>
internal sealed class TakenBackCover
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required PersonId Person { get; init; }

    public required CoverScheme Scheme { get; init; }

    public required DivisionCode County { get; init; }

    public required Month FirstMonth { get; init; }

    public required Month? LastMonth { get; init; }

    public required Instant At { get; init; }

    public required string By { get; init; }
}

/// <summary>
/// What a person draws, or drew last, of the schemes that exclude one another: one row per person in the whole database, held by its key,
/// so that of two who cover the same person at once one is refused.
/// </summary>
internal sealed class Cover
{
    public required PersonId Person { get; init; }

    public required CoverScheme Scheme { get; set; }

    public required DivisionCode County { get; set; }

    /// <summary>The entitlement that covers him; null for another scheme than dibao.</summary>
    public EntitlementId? Entitlement { get; set; }

    public required Month FirstMonth { get; set; }

    /// <summary>Last month covered; null while it runs.</summary>
    public Month? LastMonth { get; set; }

    /// <summary>What he drew before a scheme that a county recorded; it stands again when that was a mistake.</summary>
    public EarlierCover? Earlier { get; private set; }

    public static Cover By(Entitlement entitlement, PersonId person) => new()
    {
        Person = person,
        Scheme = CoverScheme.Dibao,
        County = entitlement.County,
        Entitlement = entitlement.Id,
        FirstMonth = entitlement.FirstMonth,
        LastMonth = entitlement.LastMonth,
    };

    /// <summary>Whether he draws it in a month, or in any month after it.</summary>
    public bool ReachesTo(Month month) => LastMonth is null || LastMonth >= month;

    /// <summary>What another county is told of it: county and scheme, and nothing else.</summary>
    public Error Clash() => EligibilityErrors.PersonAlreadyCovered.Because(
        $"家庭成员中有人在 {County} 享受{Zh(Scheme)},请先核实并退出。", $"A member draws {En(Scheme)} in {County}: have that ended first.");

    /// <summary>Draws another scheme from a month on, which a county records.</summary>
    public void Follow(CoverScheme scheme, DivisionCode county, Month first, Month? last)
    {
        Earlier = new(Scheme, County, Entitlement, FirstMonth, LastMonth ?? first.Previous);
        (Scheme, County, Entitlement, FirstMonth, LastMonth) = (scheme, county, null, first, last);
    }

    /// <summary>Takes back what a county recorded; false when nothing stood before it.</summary>
    public bool TakeBack()
    {
        if (Earlier is not { } before) return false;
        (Scheme, County, Entitlement, FirstMonth, LastMonth, Earlier) = (before.Scheme, before.County, before.Entitlement, before.FirstMonth, before.LastMonth, null);
        return true;
    }

    public void GoOn(Entitlement entitlement) => Join(entitlement, entitlement.FirstMonth);

    /// <summary>Is counted by a running case from a month on.</summary>
    public Cover Join(Entitlement entitlement, Month from)
    {
        (Scheme, County, Entitlement, FirstMonth, LastMonth) = (CoverScheme.Dibao, entitlement.County, entitlement.Id, from, entitlement.LastMonth);
        return this;
    }

    /// <summary>Is no longer counted after a month.</summary>
    public void EndWith(Month last)
    {
        var end = Month.Max(last, FirstMonth.Previous);
        if (LastMonth is null || LastMonth > end) LastMonth = end;
    }

    private static string Zh(CoverScheme scheme) => scheme switch
    {
        CoverScheme.Tekun => "特困人员救助供养",
        CoverScheme.Orphan => "孤儿基本生活保障",
        CoverScheme.UnsupportedChild => "事实无人抚养儿童基本生活保障",
        _ => "最低生活保障",
    };

    private static string En(CoverScheme scheme) => scheme switch
    {
        CoverScheme.Tekun => "support of the destitute",
        CoverScheme.Orphan => "the orphans' allowance",
        CoverScheme.UnsupportedChild => "the allowance of unsupported children",
        _ => "dibao",
    };
}
