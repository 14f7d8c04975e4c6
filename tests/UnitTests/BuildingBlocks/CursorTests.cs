using Dibao.BuildingBlocks.Http;

namespace Dibao.UnitTests;

public sealed class CursorTests
{
    private static readonly Guid Id = Guid.Parse("01980000-0000-7000-8000-00000000beef");

    [Fact]
    public void A_cursor_leads_back_to_its_id()
    {
        Cursor.TryRead(Cursor.After(Id, "list"), "list", out var after).Should().BeTrue();
        after.Should().Be(Id);
    }

    [Fact]
    public void No_cursor_is_the_beginning()
    {
        Cursor.TryRead(null, "list", out var after).Should().BeTrue();
        after.Should().Be(Guid.Empty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!!!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Rubbish_is_no_cursor(string text) => Cursor.TryRead(text, "list", out _).Should().BeFalse();

    [Fact]
    public void A_cursor_of_another_list_is_none() => Cursor.TryRead(Cursor.After(Id, "list"), "other", out _).Should().BeFalse();

    [Fact]
    public void A_page_ends_with_its_last_item()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        var page = ids.ToList().Page(3, "list", i => i);
        page.Items.Should().Equal(ids.Take(3));
        Cursor.TryRead(page.Next, "list", out var after).Should().BeTrue();
        after.Should().Be(ids[2]);
        ids.Take(3).ToList().Page(3, "list", i => i).Next.Should().BeNull();
    }
}
