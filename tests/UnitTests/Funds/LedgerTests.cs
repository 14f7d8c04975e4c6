using System.Text.Json.Nodes;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Domain.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Dibao.UnitTests.Funds;

public class LedgerTests
{
    private static readonly DivisionCode County = DivisionCode.Parse("320706");
    private static readonly LocalDate Day = new(2012, 3, 8);

    /// <summary>What can happen to the money of a county: how much is asked for, and what share of it the bank returns.</summary>
    private sealed record Happening(int Kind, int Fen, int ReturnedPercent);

    private static readonly Arbitrary<Happening[]> Histories = (
        from kind in Gen.Choose(0, 2)
        from fen in Gen.Choose(1, 1_000_000)
        from returned in Gen.Choose(0, 100)
        select new Happening(kind, fen, returned)).ArrayOf().ToArbitrary();

    [Fact]
    public void Whatever_happens_the_ledger_balances_and_opening_plus_in_less_out_is_closing() => Prop.ForAll(Histories, happenings =>
    {
        var (entries, head) = Play(happenings);
        var balances = entries.SelectMany(e => e.Lines).GroupBy(l => new Account(l.Account, l.Source))
            .ToDictionary(g => g.Key, g => g.Sum(l => l.DebitFen - l.CreditFen));
        var half = entries.Count / 2;
        var opening = Special(entries.Take(half));
        var figures = SpecialAccountMovements.Figures(opening, [.. entries.Skip(half).SelectMany(e => e.Lines.Select(l => new Movement(e.Kind, l.Account, l.Source, l.DebitFen, l.CreditFen)))]);
        var chain = new ChainCheck();
        entries.ForEach(chain.Follow);
        chain.EndAt(head);

        return balances.Values.Sum() == 0
            && balances.GetValueOrDefault(Account.SpecialAccount) >= 0 && balances.GetValueOrDefault(Account.BankInTransit) == 0
            && figures.OpeningFen + figures.Received.Sum(r => r.Fen) + figures.ReturnedFen - figures.TransferredFen == figures.ClosingFen
            && figures.ClosingFen == Special(entries)
            && chain.BrokenAt is null && chain.Entries == entries.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_special_account_is_credited_by_transfers_and_by_nothing_else()
    {
        var all = Enum.GetValues<SourceLevel>().Select(s => Voucher.Received(s, 1, Day, Guid.NewGuid(), "x"))
            .Concat([Voucher.Approved(1, Day, PayrollId.New(), "x"), Voucher.Transferred(1, Day, PayrollId.New(), "x"), Voucher.Paid(1, Day, PayrollId.New(), "x"), Voucher.Returned(1, Day, PayrollId.New(), "x")]);

        all.Where(v => v.Postings.Any(p => p.Account == Account.SpecialAccount && p.CreditFen > 0)).Select(v => v.Kind)
            .Should().Equal(EntryKind.Transfer);
    }

    [Theory]
    [InlineData(100, 99)]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    public void An_unbalanced_or_empty_voucher_is_a_defect(long debit, long credit)
    {
        var voucher = new Voucher(EntryKind.Transfer, Day, Guid.NewGuid(), "x", [Posting.Debit(Account.BankInTransit, debit), Posting.Credit(Account.SpecialAccount, credit)]);
        var post = () => JournalEntry.Post(new LedgerHead { Division = County }, voucher, Day);
        post.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_refused_posting_leaves_the_head_where_it_was()
    {
        var head = new LedgerHead { Division = County };
        var voucher = new Voucher(EntryKind.Transfer, Day, Guid.NewGuid(), "x", [Posting.Debit(Account.BankInTransit, 1)]);
        var post = () => JournalEntry.Post(head, voucher, Day);
        post.Should().Throw<InvalidOperationException>();
        head.Number.Should().Be(0);
    }

    [Fact]
    public void Numbers_have_no_gaps_and_each_entry_links_to_the_one_before()
    {
        var (entries, head) = Books(3);
        entries.Select(e => e.Number).Should().Equal(1, 2, 3);
        entries.Select(e => e.PreviousHash).Should().Equal("", entries[0].Hash, entries[1].Hash);
        head.Hash.Should().Be(entries[2].Hash).And.HaveLength(64);
    }

    [Fact]
    public void An_outsider_can_hash_an_entry_again_from_its_canonical_text()
    {
        var reference = Guid.Parse("01980000-0000-7000-8000-000000000001");
        var entry = JournalEntry.Post(new LedgerHead { Division = County }, Voucher.Received(SourceLevel.Province, 500, new(2012, 3, 1), reference, "苏财社17号"), Day);

        entry.Canonical().Should().Be(
            """{"county":"320706","format":1,"kind":"appropriation","lines":[{"account":"specialAccount","creditFen":0,"debitFen":500,"line":1,"source":null},{"account":"source","creditFen":500,"debitFen":0,"line":2,"source":"province"}],"memo":"苏财社17号","number":1,"postedOn":"2012-03-08","previous":"","reference":"01980000-0000-7000-8000-000000000001","valueOn":"2012-03-01"}""");
        entry.Hash.Should().Be(CanonicalJson.Hash(entry.Canonical()));
    }

    public static TheoryData<string, object> Fields => new()
    {
        { nameof(JournalEntry.Division), DivisionCode.Parse("320707") },
        { nameof(JournalEntry.Number), 7L },
        { nameof(JournalEntry.PostedOn), new LocalDate(2012, 3, 9) },
        { nameof(JournalEntry.ValueOn), new LocalDate(2012, 3, 9) },
        { nameof(JournalEntry.Kind), EntryKind.OpeningBalance },
        { nameof(JournalEntry.Reference), Guid.NewGuid() },
        { nameof(JournalEntry.Memo), "other" },
        { nameof(JournalEntry.PreviousHash), new string('0', 64) },
        { nameof(JournalEntry.Hash), new string('0', 64) },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Changing_any_field_of_an_entry_breaks_the_chain_there(string field, object value)
    {
        var (entries, head) = Books(3);
        Change(entries[1], field, value);
        Verify(entries, head).Should().Be(2);
    }

    [Theory]
    [InlineData(nameof(JournalLine.Line), 3)]
    [InlineData(nameof(JournalLine.DebitFen), 999L)]
    [InlineData(nameof(JournalLine.CreditFen), 1L)]
    [InlineData(nameof(JournalLine.Account), (int)AccountKind.BankInTransit)]
    [InlineData(nameof(JournalLine.Source), (int)SourceLevel.City)]
    public void Changing_any_field_of_a_line_breaks_the_chain_there(string field, object value)
    {
        var (entries, head) = Books(3);
        Change(entries[1].Lines[0], field, value);
        Verify(entries, head).Should().Be(2);
    }

    [Fact]
    public void Both_sides_changed_alike_still_break_the_chain()
    {
        var (entries, head) = Books(3);
        Change(entries[1].Lines[0], nameof(JournalLine.DebitFen), 5L);
        Change(entries[1].Lines[1], nameof(JournalLine.CreditFen), 5L);
        Verify(entries, head).Should().Be(2);
    }

    [Fact]
    public void An_entry_left_out_or_cut_off_the_end_shows()
    {
        var (entries, head) = Books(3);
        Verify([entries[0], entries[2]], head).Should().Be(2);
        Verify([entries[0], entries[1]], head).Should().Be(3);
        Verify([], null).Should().BeNull();
    }

    [Fact]
    public void An_entry_hashed_again_after_a_change_breaks_the_link_of_the_next()
    {
        var (entries, head) = Books(3);
        Change(entries[1], nameof(JournalEntry.Memo), "other");
        Change(entries[1], nameof(JournalEntry.Hash), CanonicalJson.Hash(entries[1].Canonical()));
        Verify(entries, head).Should().Be(3);
    }

    [Theory]
    [InlineData(SourceLevel.CarriedOver, false, "2012-03-08", null)]
    [InlineData(SourceLevel.CarriedOver, true, "2012-03-08", "funds.carried_over_first")]
    [InlineData(SourceLevel.Province, true, "2012-03-08", null)]
    [InlineData(SourceLevel.Province, false, "2012-03-09", "funds.arrival_date")]
    public void Money_is_taken_in_when_it_is_there_and_carried_over_money_comes_first(SourceLevel source, bool open, string arrived, string? refusal)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(arrived).Value;
        (Appropriation.Receive(County, source, 1, "x", date, open, "treasurer", Day).Error?.Type.Code).Should().Be(refusal);
        Appropriation.Receive(County, source, 1, "x", date, open, "treasurer", Day).Refused.Should().Be(refusal is not null);
    }

    [Fact]
    public void Every_account_has_a_number_of_its_own_and_is_locked_in_its_order()
    {
        var codes = Account.Chart.Select(a => a.Code).ToList();
        codes.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        JsonNode.Parse(CanonicalJson.Write(codes))!.AsArray().Should().HaveCount(4 + Enum.GetValues<SourceLevel>().Length);
    }

    private static (List<JournalEntry> Entries, LedgerHead Head) Play(IEnumerable<Happening> happenings)
    {
        var head = new LedgerHead { Division = County };
        var entries = new List<JournalEntry>();
        foreach (var (kind, fen, percent) in happenings.Select(h => (h.Kind, h.Fen, h.ReturnedPercent)))
        {
            void Enter(Voucher voucher) => entries.Add(JournalEntry.Post(head, voucher, Day));
            var payroll = PayrollId.New();
            switch (kind)
            {
                case 0:
                    Enter(Voucher.Received(SourceLevel.Province, fen, Day, Guid.NewGuid(), "x"));
                    break;
                case 1:
                    Enter(Voucher.Received(SourceLevel.Central, fen, Day, Guid.NewGuid(), "x"));
                    break;
                default:
                    Enter(Voucher.Approved(fen, Day, payroll, "x"));
                    if (Special(entries) < fen) break; // the bound that the books keep
                    Enter(Voucher.Transferred(fen, Day, payroll, "x"));
                    var returned = (long)fen * percent / 100;
                    if (fen > returned) Enter(Voucher.Paid(fen - returned, Day, payroll, "x"));
                    if (returned > 0) Enter(Voucher.Returned(returned, Day, payroll, "x"));
                    break;
            }
        }
        return (entries, head);
    }

    private static (List<JournalEntry> Entries, LedgerHead Head) Books(int entries) => Play(Enumerable.Range(1, entries).Select(i => new Happening(0, i * 100, 0)));

    private static long Special(IEnumerable<JournalEntry> entries) =>
        entries.SelectMany(e => e.Lines).Where(l => l.Account == AccountKind.SpecialAccount).Sum(l => l.DebitFen - l.CreditFen);

    private static long? Verify(IEnumerable<JournalEntry> entries, LedgerHead? head)
    {
        var chain = new ChainCheck();
        foreach (var entry in entries) chain.Follow(entry);
        chain.EndAt(head);
        return chain.BrokenAt;
    }

    /// <summary>Changes what the domain never does: as somebody with a hand on the database would.</summary>
    private static void Change(object row, string field, object value)
    {
        var property = row.GetType().GetProperty(field)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(row, type.IsEnum ? Enum.ToObject(type, value) : value);
    }
}
