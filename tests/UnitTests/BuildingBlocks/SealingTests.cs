using System.Security.Cryptography;
using Dibao.BuildingBlocks.Persistence;

namespace Dibao.UnitTests;

public sealed class SealingTests
{
    private const string Number = "11010519491231002X";
    private static readonly byte[] One = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Two = [.. Enumerable.Repeat((byte)2, 32)];
    private static readonly Sealing Old = new(new Dictionary<byte, byte[]> { [1] = One }, 1, One);
    private static readonly Sealing Renewed = new(new Dictionary<byte, byte[]> { [1] = One, [2] = Two }, 2, One);

    [Fact]
    public void What_is_sealed_opens_for_its_own_column_only()
    {
        var closed = Old.Seal("person.id", Number);
        Old.Open("person.id", closed).Should().Be(Number);
        FluentActions.Invoking(() => Old.Open("payee.account", closed)).Should().Throw<CryptographicException>();
    }

    [Fact]
    public void The_same_text_is_sealed_differently_each_time_but_hashed_alike()
    {
        Old.Seal("person.id", Number).Should().NotEqual(Old.Seal("person.id", Number));
        Old.Hash("person", Number).Should().Equal(Renewed.Hash("person", Number)).And.NotEqual(Old.Hash("account", Number));
    }

    [Fact]
    public void A_new_key_seals_and_the_old_one_still_opens()
    {
        Renewed.Open("c", Old.Seal("c", Number)).Should().Be(Number);
        FluentActions.Invoking(() => Old.Open("c", Renewed.Seal("c", Number))).Should().Throw<CryptographicException>().WithMessage("*key 2*");
    }

    [Fact]
    public void One_turned_bit_is_seen()
    {
        for (var i = 1; i < Old.Seal("c", Number).Length; i++)
        {
            var closed = Old.Seal("c", Number);
            closed[i] ^= 1;
            FluentActions.Invoking(() => Old.Open("c", closed)).Should().Throw<CryptographicException>("byte {0} was turned", i);
        }
    }

    [Fact]
    public void Bytes_are_sealed_as_they_are_up_to_a_limit()
    {
        byte[] content = [0, 255, 0xC3, 0x28, 0];
        Old.OpenBytes("paper", Old.Seal("paper", content)).Should().Equal(content);
        Old.OpenBytes("paper", Old.Seal("paper", Array.Empty<byte>())).Should().BeEmpty();
        FluentActions.Invoking(() => Old.Seal("paper", new byte[Sealing.MostBytes + 1])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(28)]
    public void What_is_too_short_was_never_sealed(int length) =>
        FluentActions.Invoking(() => Old.OpenBytes("paper", [.. Enumerable.Repeat((byte)1, length)])).Should().Throw<CryptographicException>();

    [Fact]
    public void A_key_has_thirty_two_bytes() =>
        FluentActions.Invoking(() => new Sealing(new Dictionary<byte, byte[]> { [1] = [1, 2, 3] }, 1, One)).Should().Throw<ArgumentException>();
}
