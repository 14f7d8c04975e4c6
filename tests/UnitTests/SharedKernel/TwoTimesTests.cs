namespace Dibao.UnitTests;

/// <summary>What we believe now, and what we believed then, of each day.</summary>
public sealed class TwoTimesTests
{
    private static readonly Instant March = Instant.FromUtc(2012, 3, 1, 0, 0);
    private static readonly Instant May = Instant.FromUtc(2012, 5, 1, 0, 0);
    private static readonly Instant July = Instant.FromUtc(2012, 7, 1, 0, 0);

    private sealed class Line : TwoTimeRow
    {
        public Line(int value, LocalDate from, Instant recorded, LocalDate? to = null) => (Value, ValidFrom, Recorded, ValidTo) = (value, from, recorded, to);

        public int Value { get; }

        public Line Until(LocalDate day, Instant now) => new(Value, ValidFrom, now, day);
    }

    private static List<Line> Story()
    {
        var rows = new List<Line> { new(100, new(2012, 1, 1), March) };
        Put(rows, 150, new(2012, 4, 1), May); // learnt in May: more since April
        Put(rows, 120, new(2012, 3, 1), July); // learnt in July: it was less, and since March
        return rows;
    }

    private static void Put(List<Line> rows, int value, LocalDate from, Instant now) => rows.Put(new Line(value, from, now), (row, day) => row.Until(day, now), now);

    [Theory]
    [InlineData(2, 100)]
    [InlineData(3, 120)]
    [InlineData(4, 120)]
    [InlineData(12, 120)]
    public void Now_we_believe_the_latest(int month, int value) => Asked(month, null).Should().Equal(value);

    [Theory]
    [InlineData(3, 100)]
    [InlineData(4, 150)]
    public void In_june_we_believed_what_may_had_told(int month, int value) => Asked(month, Instant.FromUtc(2012, 6, 1, 0, 0)).Should().Equal(value);

    [Fact]
    public void In_april_we_knew_of_no_change() => Asked(4, Instant.FromUtc(2012, 4, 15, 0, 0)).Should().Equal(100);

    [Fact]
    public void Before_it_was_recorded_we_knew_nothing() => Asked(4, Instant.FromUtc(2012, 2, 1, 0, 0)).Should().BeEmpty();

    [Fact]
    public void Of_days_before_the_first_nothing_is_believed() => Story().AsQueryable().AsOf(new LocalDate(2011, 12, 31)).Should().BeEmpty();

    [Fact]
    public void Nothing_is_overwritten()
    {
        var rows = Story();
        rows.Select(r => (r.Value, r.Recorded)).Should().Contain([(100, March), (150, May), (120, July)]);
        rows.Where(r => r.Superseded is null).Should().OnlyContain(r => r.HoldsOn(r.ValidFrom));
    }

    [Fact]
    public void Each_day_is_believed_once()
    {
        var rows = Story();
        for (var day = new LocalDate(2012, 1, 1); day < new LocalDate(2013, 1, 1); day = day.PlusDays(1))
            foreach (var known in new Instant?[] { null, March, May, July }) rows.AsQueryable().AsOf(day, known).Should().ContainSingle();
    }

    private static IEnumerable<int> Asked(int month, Instant? known) => Story().AsQueryable().AsOf(new LocalDate(2012, month, 15), known).Select(r => r.Value);
}
