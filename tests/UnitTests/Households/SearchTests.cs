using Dibao.Contracts.Households;
using Dibao.Households.Domain.Search;
using Dibao.Households.Features.Search;

namespace Dibao.UnitTests.Households;

/// <summary>Whether a number is one person's, and whether two phones are one.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("1:王建国", true, "one file")]
    [InlineData("1:王建国 1:王建业", true, "renamed on one file")]
    [InlineData("1:王建国 2:王建国", true, "moved to another household")]
    [InlineData("1:王建国 1:王建业 2:王建业", true, "renamed, then moved")]
    [InlineData("1:王建国 2:王建业", false, "two files with two names")]
    [InlineData("1:王建国 2:王建国 3:李四", false, "a third with another")]
    [InlineData("0:王建国 1:王建国 2:李四 3:李四", false, "two and two")]
    [InlineData("1:王建国 2:王建国 2:王建业 3:王建业", true, "renamed on the second of three")]
    public void A_number_is_one_persons_when_its_files_share_a_name(string files, bool one, string why)
    {
        var households = Enumerable.Range(0, 4).Select(_ => HouseholdId.New()).ToList();
        var person = PersonId.New();
        OnePerson.Has([.. files.Split(' ').Select(f => new NumberOnFile(households[f[0] - '0'], person, f[2..]))]).Should().Be(one, why);
    }

    [Fact]
    public void A_number_of_two_persons_is_not_one_persons()
    {
        var household = HouseholdId.New();
        OnePerson.Has([new(household, PersonId.New(), "王建国"), new(household, PersonId.New(), "王建国")]).Should().BeFalse();
    }

    [Theory]
    [InlineData("13800000000", "13800000000")]
    [InlineData("138 0000 0000", "13800000000")]
    [InlineData("+86-138-0000-0000", "13800000000")]
    [InlineData("0518-5480123", "05185480123")]
    [InlineData("5480123", "5480123")]
    [InlineData("548012", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("1380000000x", null)]
    [InlineData("１３８００００００００", null)]
    [InlineData("", null)]
    public void A_phone_is_the_same_however_it_is_written(string written, string? digits) => PhoneNumber.Digits(written).Should().Be(digits);
}
