using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Oversight.Domain;

namespace Dibao.UnitTests.Oversight;

public class SealChainTests
{
    private static AuditEntry Entry(int n, string outcome = "done") => new()
    {
        Id = Guid.Parse($"01980000-0000-7000-8000-00000000000{n}"),
        At = Instant.FromUtc(2022, 3, 1, 8, n),
        Caller = "officer-zhang",
        Roles = "township_officer",
        Office = DivisionCode.Parse("320706001"),
        Action = "RegisterHousehold",
        Concern = null,
        Outcome = outcome,
    };

    private static List<AuditEntry> Sealed()
    {
        var entries = Enumerable.Range(1, 5).Select(n => Entry(n)).ToList();
        var hash = SealChain.Origin;
        for (var i = 0; i < entries.Count; i++)
        {
            hash = SealChain.Next(hash, entries[i], i + 1);
            entries[i].SealNumber = i + 1;
            entries[i].SealHash = hash;
        }
        return entries;
    }

    private static ChainCheck Check(IEnumerable<AuditEntry> entries, long given = 5)
    {
        var check = new ChainCheck();
        foreach (var entry in entries.OrderBy(e => e.SealNumber)) check.See(entry);
        check.End(given);
        return check;
    }

    [Fact]
    public void An_untouched_chain_holds()
    {
        var entries = Sealed();

        var check = Check(entries);

        check.BrokenAt.Should().BeNull();
        check.Count.Should().Be(5);
        check.Hash.Should().Be(entries[^1].SealHash);
    }

    [Fact]
    public void An_empty_trail_holds() => Check([], given: 0).BrokenAt.Should().BeNull();

    [Fact]
    public void An_altered_entry_breaks_it_there()
    {
        var entries = Sealed();
        var altered = Entry(3, "eligibility.not_eligible");
        (altered.SealNumber, altered.SealHash) = (entries[2].SealNumber, entries[2].SealHash);
        entries[2] = altered;

        Check(entries).BrokenAt.Should().Be(3);
    }

    [Fact]
    public void An_entry_altered_and_sealed_anew_breaks_it_at_the_next()
    {
        var entries = Sealed();
        var altered = Entry(3, "eligibility.not_eligible");
        (altered.SealNumber, altered.SealHash) = (3, SealChain.Next(entries[1].SealHash!, altered, 3));
        entries[2] = altered;

        Check(entries).BrokenAt.Should().Be(4);
    }

    [Fact]
    public void A_missing_entry_breaks_it()
    {
        var entries = Sealed();
        entries.RemoveAt(1);

        Check(entries).BrokenAt.Should().Be(2);
    }

    [Fact]
    public void A_tail_cut_off_is_seen()
    {
        var entries = Sealed();
        entries.RemoveAt(4);

        Check(entries).BrokenAt.Should().Be(5);
    }

    [Fact]
    public void Two_entries_that_change_places_break_it()
    {
        var entries = Sealed();
        (entries[1].SealNumber, entries[2].SealNumber) = (entries[2].SealNumber, entries[1].SealNumber);

        Check(entries).BrokenAt.Should().Be(2);
    }

    [Fact]
    public void Canonical_json_sorts_keys_and_leaves_no_white_space()
    {
        CanonicalJson.Write(new { b = 1, a = new { d = "王", c = new[] { 3, 1 } } }).Should().Be("""{"a":{"c":[3,1],"d":"王"},"b":1}""");
        CanonicalJson.Hash("").Should().Be("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
