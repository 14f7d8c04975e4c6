using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>What decides or moves money happens once, however often it is sent.</summary>
public sealed class RepeatedRequestTests
{
    [EveryEngine]
    public async Task A_confirmation_sent_again_gives_the_same_answer_and_no_second_entitlement()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var other = await Case.Register(office);
        foreach (var each in new[] { c, other })
        {
            await each.Apply();
            await each.Accept();
            await each.Investigate();
            await each.Assess();
            await each.GiveOpinion(positive: true);
        }
        await office.Pass(8);

        var approver = office.As(Roles.CountyApprover);
        (await approver.Post($"{c.Path}/confirmation", null)).ShouldRefuse(400, "request.idempotency_key_needed");
        var first = await approver.Post($"{c.Path}/confirmation", null, key: "confirm-1");
        first.Status.Should().Be(200, first.Text);
        first.Headers.Contains("Idempotency-Replayed").Should().BeFalse();
        var rows = await office.Api.Rows();
        await office.Api.Settle();

        var again = await approver.Post($"{c.Path}/confirmation", null, key: "confirm-1");
        (again.Status, again.Text, again.ETag).Should().Be((200, first.Text, first.ETag));
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        (await approver.Post($"{other.Path}/confirmation", null, key: "confirm-1")).ShouldRefuse(422, "request.idempotency_key_reused");
        (await approver.Post($"{c.Path}/refusal", new JsonObject { ["reasons"] = new JsonArray("另一决定") }, key: "confirm-1")).ShouldRefuse(422, "request.idempotency_key_reused");
        (await approver.Post($"{c.Path}/confirmation", null, key: "confirm-2")).ShouldRefuse(409, "eligibility.step_out_of_order");
        (await other.Status()).Should().Be("readyForDecision");
        var after = await office.Api.Rows();
        after["eligibility_entitlement"].Should().Be(rows["eligibility_entitlement"]).And.Be(1);
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().ContainSingle();
    }

    [EveryEngine]
    public async Task Money_that_arrived_is_entered_once()
    {
        await using var office = await Office.Open(2024, 3, 1);
        JsonObject Arrival(long fen) => new()
        {
            ["county"] = Office.County,
            ["source"] = "city",
            ["amountFen"] = fen,
            ["documentNumber"] = "连财社〔2024〕7号",
            ["arrivedOn"] = office.Day,
        };
        var treasurer = office.As(Roles.FinanceTreasurer);
        var first = await treasurer.Post("/appropriations", Arrival(5_000_000), key: "arrival-1");
        var again = await treasurer.Post("/appropriations", Arrival(5_000_000), key: "arrival-1");
        (again.Status, again.Text, again.Headers.Location).Should().Be((201, first.Text, first.Headers.Location));
        (await treasurer.Post("/appropriations", Arrival(6_000_000), key: "arrival-1")).ShouldRefuse(422, "request.idempotency_key_reused");

        // All at once under one key: one is entered, each gets its answer.
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => treasurer.Post("/appropriations", Arrival(1_000), key: "arrival-2")));
        together.Select(a => a.Status).Should().OnlyContain(s => s == 201);
        together.Select(a => a.Id).Distinct().Should().ContainSingle();

        // The key belongs to its caller: another's is another request.
        var colleague = await office.Api.As(Roles.FinanceTreasurer, subject: "colleague").Post("/appropriations", Arrival(2_000), key: "arrival-1");
        colleague.Status.Should().Be(201, colleague.Text);
        var statement = await office.Read(Roles.FinanceApprover, $"/special-accounts/{Office.County}/statement?from=2024-01-01&to=2024-12-31");
        statement.Number("closingFen").Should().Be(5_003_000);
        (await office.Read(Roles.Auditor, $"/ledger/verification?county={Office.County}")).Number("entries").Should().Be(3);
    }
}
