using Dibao.Scenarios;

namespace Dibao.IntegrationTests.ScenarioTests;

/// <summary>A story that is cut off goes on where it stood: nothing is lost, and nothing happens twice.</summary>
[Collection(PlayedHaizhou.Collection)]
public sealed class ResumedPlayTests(PlayedHaizhou played)
{
    private static readonly LocalDate BetweenTwoDays = new(2012, 2, 9);
    private static readonly LocalDate End = new(2012, 2, 15);

    [EveryEngine]
    public async Task Cut_in_the_middle_of_a_step_and_between_two_days_the_books_are_as_if_it_had_run_through()
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        await PlayUntilCut(database, keys, new CutAtToken("-2", 4));
        await PlayUntilCut(database, keys, new CutAtDay(BetweenTwoDays));
        await PlayUntilCut(database, keys, new CutAtDay(End));

        const string lastDay = "2012-02-14";
        var books = await PlayedHaizhou.BooksOn(database, lastDay);
        books.Should().Equal(await PlayedHaizhou.BooksOn(played.Api.Database, lastDay));
        (books["payrolls"], books["applications"] > 60, books["ledger entries"] > 10).Should().Be((4, true, true));
        (await database.Count("SELECT count(*) FROM households_household")).Should().Be(books["households"], "and nothing beyond that day");
    }

    private static async Task PlayUntilCut(TestDatabase database, TemporaryFolder keys, Cut cut)
    {
        await using var api = await RunningApi.StartOn(database, keys);
        cut.Stage = PlayedHaizhou.Stage(api);
        var playing = () => Scenario.Find("haizhou")!.Play(cut, null, cut.Token);
        await playing.Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>The stage, until it is cut off.</summary>
    private abstract class Cut : IStage
    {
        private readonly CancellationTokenSource off = new();

        public IStage Stage { get; set; } = null!;

        public CancellationToken Token => off.Token;

        public Uri Address => Stage.Address;

        public Task<Instant?> Progress(string scenario, CancellationToken cancellation) => Stage.Progress(scenario, cancellation);

        public virtual Task MoveClockTo(string scenario, Instant instant, CancellationToken cancellation) => Stage.MoveClockTo(scenario, instant, cancellation);

        public Task Settle(CancellationToken cancellation) => Stage.Settle(cancellation);

        public Task Finish(CancellationToken cancellation) => Stage.Finish(cancellation);

        string IStage.Token(string subject, string role, DivisionCode division)
        {
            Seen(subject);
            return Stage.Token(subject, role, division);
        }

        protected virtual void Seen(string subject)
        {
        }

        protected void Off() => off.Cancel();
    }

    /// <summary>Cut when so many officers of a kind have shown themselves: in the middle of a step, with requests under way.</summary>
    private sealed class CutAtToken(string ending, int count) : Cut
    {
        private int seen;

        protected override void Seen(string subject)
        {
            if (subject.EndsWith(ending, StringComparison.Ordinal) && Interlocked.Increment(ref seen) == count) Off();
        }
    }

    /// <summary>Cut before a day begins.</summary>
    private sealed class CutAtDay(LocalDate day) : Cut
    {
        public override Task MoveClockTo(string scenario, Instant instant, CancellationToken cancellation)
        {
            if (instant.InZone(DateTimeZone.ForOffset(Offset.FromHours(8))).Date < day) return base.MoveClockTo(scenario, instant, cancellation);
            Off();
            return Task.FromCanceled(Token);
        }
    }
}
