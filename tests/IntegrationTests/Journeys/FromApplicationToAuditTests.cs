using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>One household from the counter to its audited payment, under 57 (2024), with one demonstration token per role.</summary>
public sealed class FromApplicationToAuditTests
{
    private const string NewAccount = "6221880000000000099";

    [EveryEngine]
    public async Task A_household_is_registered_admitted_paid_and_accounted_for()
    {
        await using var office = await Office.Open(2024, 3, 1);
        await Walk(office);
    }

    /// <summary>The whole way, in an office that opened on 1 March 2024.</summary>
    internal static async Task Walk(Office office)
    {
        // The applicant files his own case: two persons, 6,000 yuan a year.
        var own = await Case.Register(office, persons: 2, incomeYuan: 6_000, role: Roles.Applicant);
        own.FileNumber.Should().Be("320706-2024-000001");
        var neighbour = await Case.Register(office);

        await MissingPapersAreToldAtOnce(office, own);
        await neighbour.Apply();
        (await own.Accept()).Text("dueOn").Should().Be("2024-04-15", "thirty working days after 1 March 2024, Qingming off, 7 April worked (57 Art 22)");
        await neighbour.Accept();

        await NothingIsAssessedBeforeCheckAndVisit(office, own);
        await own.Investigate();
        await neighbour.Investigate();
        await TheMeansTestIsExplained(office, own);
        await neighbour.Assess();

        (await own.GiveOpinion(positive: true)).Text("status").Should().Be("onNotice");
        await neighbour.GiveOpinion(positive: true);
        await TheNoticeRunsItsDaysAndAnObjectionIsDismissed(office, own);

        var confirmed = await own.Confirm();
        confirmed.Text("status").Should().Be("confirmed");
        await neighbour.Confirm();
        var entitlement = await own.Entitled();
        entitlement.Text("firstMonth").Should().Be("2024-04", "57 Art 21: from the month after the decision");
        entitlement["term"]!.Number("monthlyFen").Should().Be(70_000, "(12 × 600 × 2 − 6,000) ÷ 12 = 700 yuan");
        entitlement["term"]!.Number("persons").Should().Be(2);

        await TheConfirmationIsPublished(office, own);
        await TheApplicantSeesHisOwnCaseAlone(office, own, neighbour);

        await TheMonthIsPaidAndAReturnIsPaidAgain(office, own);
        await TheStatisticsCountIt(office);
        await TheAuditTrailListsTheSteps(office, own);
    }

    private static async Task MissingPapersAreToldAtOnce(Office office, Case own)
    {
        var submitted = (await office.Do(Roles.Applicant, "/applications", new JsonObject
        {
            ["household"] = own.Household,
            ["applicant"] = own.Members[0],
            ["papers"] = new JsonArray("idCards"),
            ["statementSigned"] = true,
            ["checkAuthorised"] = false,
        })).Json;
        submitted.Text("status").Should().Be("incomplete");
        submitted.Words("missingPapers").Should().BeEquivalentTo("checkAuthorisation", "hukouBook");
        var path = $"/applications/{submitted.Text("id")}";
        await office.Refused(Roles.TownshipOfficer, $"{path}/acceptance", null, 422, "eligibility.papers_missing");
        var half = (await office.Do(Roles.Applicant, $"{path}/papers", new JsonObject { ["papers"] = new JsonArray("hukouBook") })).Json;
        half.Words("missingPapers").Should().Equal("checkAuthorisation");
        var whole = (await office.Do(Roles.Applicant, $"{path}/papers", new JsonObject { ["papers"] = new JsonArray("checkAuthorisation") })).Json;
        whole.Text("status").Should().Be("submitted");
        own.Adopt(submitted.Text("id"));
    }

    private static async Task NothingIsAssessedBeforeCheckAndVisit(Office office, Case own)
    {
        await office.Refused(Roles.TownshipOfficer, $"{own.Path}/assessment", null, 409, "eligibility.step_out_of_order");
        await office.Refused(Roles.CountyApprover, $"{own.Path}/confirmation", null, 409, "eligibility.step_out_of_order");
        var alone = own.Visit();
        alone["investigators"]!.AsArray().RemoveAt(0);
        await office.Refused(Roles.VillageAssistant, $"{own.Path}/visit", alone, 422, "eligibility.too_few_investigators");
        var nobody = own.Visit();
        nobody["present"] = new JsonArray();
        (await office.As(Roles.VillageAssistant).Decide($"{own.Path}/visit", nobody)).Status.Should().BeOneOf(400, 422);
    }

    private static async Task TheMeansTestIsExplained(Office office, Case own)
    {
        var assessed = await own.Assess();
        var determination = assessed["determination"]!;
        determination.Flag("eligible").Should().BeTrue();
        determination.Number("monthlyFen").Should().Be(70_000);
        determination.Items("lines").Should().OnlyContain(l => l.Text("article").Length > 0 && l.Text("zh").Length > 0 && l.Text("en").Length > 0);
        var kept = await office.Read(Roles.CountyApprover, $"{own.Path}/determination");
        kept.Text("hash").Should().Be(assessed.Text("hash"));
        var replayed = await office.Do(Roles.CountyApprover, $"{own.Path}/determination/replay");
        replayed.Json.Flag("equal").Should().BeTrue();
    }

    private static async Task TheNoticeRunsItsDaysAndAnObjectionIsDismissed(Office office, Case own)
    {
        var posted = (await own.Notice())!;
        posted.Text("kind").Should().Be("initialReview");
        posted.Text("closesOn").Should().Be("2024-03-08", "seven days, the day of posting not counted");
        await office.Refused(Roles.CountyApprover, $"{own.Path}/confirmation", null, 409, "eligibility.step_out_of_order");

        await office.Pass(2);
        await own.Object(upheld: false);
        await office.GoTo(new LocalDate(2024, 3, 8));
        (await own.Status()).Should().Be("onNotice", "its last day has not fully passed");
        var onTheLastDay = await office.Public.Post($"/notices/{posted.Text("id")}/objections", new JsonObject { ["ground"] = "assets", ["text"] = "该户有机动车" });
        onTheLastDay.Status.Should().Be(201, onTheLastDay.Text);

        await office.GoTo(new LocalDate(2024, 3, 9));
        (await own.Status()).Should().Be("onNotice", "an objection is open");
        await office.Do(Roles.ComplaintHandler, $"/objections/{onTheLastDay.Id}/answer", new JsonObject { ["upheld"] = false, ["reasons"] = "经核实该户无机动车。" });
        (await own.Status()).Should().Be("readyForDecision");
        (await own.Notice()).Should().BeNull("what is closed is off the board");
        (await office.Public.Post($"/notices/{posted.Text("id")}/objections", new JsonObject { ["ground"] = "income", ["text"] = "公示期后提出" }))
            .ShouldRefuse(422, "oversight.notice_closed");
    }

    private static async Task TheConfirmationIsPublished(Office office, Case own)
    {
        var published = (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").ToList();
        published.Should().HaveCount(2);
        var line = published.Single(p => p.Text("id") == own.Entitlement);
        line.AsObject().Select(p => p.Key).Should().BeEquivalentTo(
            ["id", "scheme", "applicantName", "members", "monthlyFen", "firstMonth", "publishedOn"], "57 Art 24 allows no more");
        line.Number("monthlyFen").Should().Be(70_000);
        line.Number("members").Should().Be(2);
    }

    private static async Task TheApplicantSeesHisOwnCaseAlone(Office office, Case own, Case neighbour)
    {
        var applicant = office.As(Roles.Applicant);
        (await office.List(Roles.Applicant, "/households")).Select(h => h.Text("id")).Should().Equal(own.Household);
        (await office.List(Roles.Applicant, "/applications")).Select(a => a.Text("id")).Should().Equal(own.Application);
        (await office.List(Roles.Applicant, "/entitlements")).Select(e => e.Text("id")).Should().Equal(own.Entitlement);
        (await own.View(Roles.Applicant)).Text("status").Should().Be("confirmed");
        (await applicant.Read($"/households/{neighbour.Household}")).ShouldRefuse(404, "request.not_found");
        (await applicant.Read(neighbour.Path)).ShouldRefuse(404, "request.not_found");
        (await applicant.Read($"{neighbour.Path}/determination")).ShouldRefuse(404, "request.not_found");
        (await applicant.Read($"/entitlements/{neighbour.Entitlement}")).ShouldRefuse(404, "request.not_found");
        (await applicant.Post("/applications", new JsonObject
        {
            ["household"] = neighbour.Household,
            ["applicant"] = neighbour.Members[0],
            ["papers"] = new JsonArray("hukouBook", "idCards"),
            ["statementSigned"] = true,
            ["checkAuthorised"] = true,
        })).ShouldRefuse(404, "request.not_found");
        (await office.List(Roles.VillageAssistant, "/households")).Should().HaveCount(2, "the village sees both");
    }

    private static async Task TheMonthIsPaidAndAReturnIsPaidAgain(Office office, Case own)
    {
        await office.GoTo(new LocalDate(2024, 4, 2));
        await office.Refused(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-05" }, 422, "funds.month_ahead");
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-04" });
        var path = $"/payrolls/{payroll.Id}";
        payroll["withoutPayee"].AsArray().Should().BeEmpty();
        await office.Refused(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-04" }, 409, "funds.payroll_exists");
        await office.Refused(Roles.PayrollLeader, $"{path}/payment-request", null, 409, "funds.payroll_state");

        var locked = (await office.Do(Roles.PayrollClerk, $"{path}/lock")).Json;
        (locked.Number("lines"), locked.Number("persons"), locked.Number("totalFen")).Should().Be((2, 3, 130_000));
        await office.Do(Roles.PayrollLeader, $"{path}/payment-request");
        await office.Do(Roles.FinanceApprover, $"{path}/approval");
        await office.Refused(Roles.FinanceTreasurer, $"{path}/transfer", null, 422, "funds.not_enough_money");
        (await office.As(Roles.PayingBank).Read($"{path}/bank-file")).ShouldRefuse(409, "funds.payroll_state");
        await office.Receive(1_000_000);
        await office.Receive(500_000, "upperNotSplit");
        await office.Do(Roles.FinanceTreasurer, $"{path}/transfer");

        var file = await office.As(Roles.PayingBank).Read($"{path}/bank-file");
        file.MediaType.Should().Be("text/csv");
        file.Text.Should().Contain(",70000\r\n").And.Contain(",60000\r\n").And.Contain("6221880000000000012");
        var lines = await office.List(Roles.FinanceApprover, $"{path}/lines");
        lines.Select(l => l.Text("maskedAccount")).Should().OnlyContain(a => a == "***************0012");
        var returned = lines.Single(l => l.Text("household") == own.Household).Number("lineNo");

        var result = new JsonObject { ["paidOn"] = office.Day, ["returned"] = new JsonArray(new JsonObject { ["lineNo"] = returned, ["reason"] = "accountClosed" }) };
        var settled = (await office.Do(Roles.PayingBank, $"{path}/bank-result", result)).Json;
        (settled.Text("state"), settled.Number("paidFen"), settled.Number("returnedFen")).Should().Be(("settled", 60_000, 70_000));
        (await office.List(Roles.PayrollLeader, $"/returns?county={Office.County}&open=true")).Single().Text("household").Should().Be(own.Household);

        // To the account it came back from it is not sent again.
        await office.Refused(Roles.PayrollClerk, "/repayments", new JsonObject { ["county"] = Office.County }, 422, "funds.nothing_to_repay");
        await office.ChangePayee(own.Household, own.Members[1], NewAccount, proposer: Roles.Applicant);

        var repayment = await office.Do(Roles.PayrollClerk, "/repayments", new JsonObject { ["county"] = Office.County });
        var again = $"/payrolls/{repayment.Id}";
        foreach (var (role, step) in new[]
        {
            (Roles.PayrollClerk, "lock"), (Roles.PayrollLeader, "payment-request"), (Roles.FinanceApprover, "approval"), (Roles.FinanceTreasurer, "transfer"),
        }) await office.Do(role, $"{again}/{step}");
        (await office.As(Roles.PayingBank).Read($"{again}/bank-file")).Text.Should().Contain(NewAccount).And.NotContain("6221880000000000012");
        var paid = (await office.Do(Roles.PayingBank, $"{again}/bank-result", new JsonObject { ["paidOn"] = office.Day, ["returned"] = new JsonArray() })).Json;
        (paid.Text("kind"), paid.Number("paidFen")).Should().Be(("repayment", 70_000));
        (await office.List(Roles.PayrollLeader, $"/returns?county={Office.County}&open=true")).Should().BeEmpty();
        (await office.List(Roles.PayrollLeader, $"/returns?county={Office.County}&open=false")).Single().Text("repaidBy").Should().Be(repayment.Id);

        await TheBooksAreRight(office);
    }

    private static async Task TheBooksAreRight(Office office)
    {
        var verified = await office.Read(Roles.Auditor, $"/ledger/verification?county={Office.County}");
        verified.Flag("ok").Should().BeTrue();
        verified.Number("entries").Should().Be(8, "two appropriations, an approval, two transfers, two payments, a return");
        var balances = await office.Read(Roles.FinanceApprover, $"/ledger/accounts?county={Office.County}");
        balances.Number("sumFen").Should().Be(0);
        long Balance(string kind) => balances.Items("accounts").Where(a => a.Text("kind") == kind).Sum(a => a.Number("balanceFen"));
        (Balance("specialAccount"), Balance("bankInTransit"), Balance("benefitPayable"), Balance("benefitExpense"), Balance("source")).Should().Be((1_370_000, 0, 0, 130_000, -1_500_000));
        var statement = await office.Read(Roles.PayrollLeader, $"/special-accounts/{Office.County}/statement?from=2024-01-01&to=2024-12-31");
        (statement.Number("openingFen"), statement.Number("transferredFen"), statement.Number("returnedFen"), statement.Number("paidFen"), statement.Number("closingFen"))
            .Should().Be((0, 200_000, 70_000, 130_000, 1_370_000));
        statement.Items("received").Select(r => (r.Text("source"), r.Number("fen"))).Should().BeEquivalentTo([("county", 1_000_000L), ("upperNotSplit", 500_000L)]);
        foreach (var entry in await office.List(Roles.Auditor, $"/ledger/entries?county={Office.County}"))
            entry.Items("lines").Sum(l => l.Number("debitFen") - l.Number("creditFen")).Should().Be(0);
    }

    private static async Task TheStatisticsCountIt(Office office)
    {
        var months = (await office.Read(Roles.Supervisor, $"/statistics/months?division={Office.County}&from=2024-03&to=2024-04")).AsArray();
        months[0]!["total"]!.Number("households").Should().Be(0);
        var april = months[1]!["total"]!;
        (april.Number("households"), april.Number("persons"), april.Number("benefitFen"), april.Number("admitted"), april.Number("ended")).Should().Be((2, 3, 130_000, 2, 0));
        months[1]!.Items("schemes").Select(s => (s.Text("scheme"), s["figures"]!.Number("households"))).Should().Equal(("urban", 2), ("rural", 0));
        var year = await office.Read(Roles.ProvincialSystem, $"/statistics/years/2024?division={Office.County}");
        year.Number("admitted").Should().Be(2);
        year["decisions"]!.Number("confirmed").Should().Be(2);
        year["funds"]!.Number("paidFen").Should().Be(130_000);
    }

    private static async Task TheAuditTrailListsTheSteps(Office office, Case own)
    {
        var steps = await office.List(Roles.Auditor, $"/audit-entries?concern={own.Application}&limit=200");
        steps.Where(s => s.Text("outcome") == "done").Select(s => (s.Text("action"), s.Text("caller"))).Should().Equal(
            ("SupplyPapers", "demo-applicant"), ("SupplyPapers", "demo-applicant"), ("AcceptApplication", "demo-township-officer"),
            ("RequestCheck", "demo-township-officer"), ("AnswerCheck", "demo-check-centre"), ("RecordVisit", "demo-village-assistant"),
            ("AssessApplication", "demo-township-officer"), ("GiveInitialReview", "demo-township-leader"), ("ConfirmApplication", "demo-county-approver"));
        steps.Select(s => s.Text("outcome")).Should().Contain(["eligibility.papers_missing", "eligibility.step_out_of_order", "eligibility.too_few_investigators"], "what was refused is on the trail too");
        await office.Pass(1);
        var chain = await office.Read(Roles.Auditor, "/audit-entries/verification");
        chain.Flag("ok").Should().BeTrue();
        chain.Number("sealed").Should().BeGreaterThan(40);
    }
}
