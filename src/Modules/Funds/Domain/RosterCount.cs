using System.Security.Cryptography;
using System.Text;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Funds.Domain;

/// <summary>The totals of a payroll and the hash over all its lines.</summary>
/// <param name="Lines">Payments.</param>
/// <param name="Households">Households paid, each once however many months it is paid for.</param>
/// <param name="Persons">Persons of these households, by the latest month paid.</param>
/// <param name="TotalFen">Sum of the payments, fen.</param>
/// <param name="Hash">SHA-256 over the canonical lines, 64 hex digits.</param>
internal sealed record RosterTotals(int Lines, int Households, int Persons, long TotalFen, string Hash);

/// <summary>Counts and hashes the lines of a payroll one by one, in the order of their numbers; memory stays bounded.</summary>
internal sealed class RosterCount : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<HouseholdId, (Month Month, int Persons)> households = [];
    private int lines;
    private long totalFen;

    public void Add(PayrollLine line)
    {
        lines++;
        totalFen += line.AmountFen;
        if (!households.TryGetValue(line.Household, out var known) || known.Month < line.BenefitMonth)
            households[line.Household] = (line.BenefitMonth, line.Persons);
        hash.AppendData(Encoding.UTF8.GetBytes(Canonical(line)));
        hash.AppendData("\n"u8);
    }

    public RosterTotals Total() =>
        new(lines, households.Count, households.Values.Sum(h => h.Persons), totalFen, Convert.ToHexStringLower(hash.GetCurrentHash()));

    public void Dispose() => hash.Dispose();

    /// <summary>
    /// All that decides who gets how much into which account; the account number by the digest of its sealed form. What the bank
    /// reports later is no part of it.
    /// </summary>
    private static string Canonical(PayrollLine line) => CanonicalJson.Write(new
    {
        format = 1,
        lineNo = line.LineNo,
        entitlement = line.Entitlement,
        household = line.Household,
        division = line.Division,
        scheme = line.Scheme,
        benefitMonth = line.BenefitMonth,
        item = line.Item,
        attempt = line.Attempt,
        persons = line.Persons,
        amountFen = line.AmountFen,
        payee = line.Payee,
        holder = line.Holder,
        bank = line.Bank,
        account = Convert.ToHexStringLower(SHA256.HashData(line.SealedAccount)),
        maskedAccount = line.MaskedAccount,
    });
}
