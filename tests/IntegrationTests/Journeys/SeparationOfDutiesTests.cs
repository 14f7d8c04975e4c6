using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Nobody takes two adjacent steps of one case, whatever roles his tokens bear; the county decides by somebody with no other hand in it.</summary>
public sealed class SeparationOfDutiesTests
{
    private const string Submitter = "submitter";
    private const string Acceptor = "acceptor";
    private const string Centre = "centre";
    private const string Recorder = "recorder";
    private const string Companion = "companion";
    private const string Panel = "panel";
    private const string Assessor = "assessor";
    private const string Leader = "leader";
    private const string Proposer = "proposer";
    private const string Approver = "approver";

    private sealed record Step(string Role, string Name, string By, JsonObject Body, params string[] Refused);

    [EveryEngine]
    public async Task Each_step_of_a_case_is_kept_with_the_body_that_answers_for_it()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        (await office.List(Roles.Auditor, $"/audit-entries?concern={c.Application}&limit=200")).Where(e => e.Text("outcome") == "done")
            .Select(e => (e.Text("action"), e.Text("office"), e.Text("roles"))).Should().Equal(
                ("AcceptApplication", Fictitious.Village[..9], Roles.TownshipOfficer),
                ("RequestCheck", Fictitious.Village[..9], Roles.TownshipOfficer), ("AnswerCheck", Office.County, Roles.CheckCentre),
                ("RecordVisit", Fictitious.Village, Roles.VillageAssistant), ("AssessApplication", Fictitious.Village[..9], Roles.TownshipOfficer),
                ("GiveInitialReview", Fictitious.Village[..9], Roles.TownshipLeader), ("ConfirmApplication", Office.County, Roles.CountyApprover));
    }

    [EveryEngine]
    public async Task The_file_of_an_application_passes_from_hand_to_hand()
    {
        await using var office = await Office.Open(2015, 3, 2); // under 220: every step there is
        var household = (await office.Api.As(Roles.VillageAssistant, subject: Submitter).Post("/households", Fictitious.Household())).Json;
        var head = household.Items("members").Single().Text("person");
        var submitted = await office.Api.As(Roles.VillageAssistant, subject: Submitter).Post("/applications", new JsonObject
        {
            ["household"] = household.Text("id"),
            ["applicant"] = head,
            ["papers"] = new JsonArray("hukouBook", "idCards"),
            ["statementSigned"] = true,
            ["checkAuthorised"] = true,
        });
        submitted.Status.Should().Be(201, submitted.Text);
        var path = $"/applications/{submitted.Id}";

        await Walk(office, path, "eligibility.same_person", 422,
            new(Roles.TownshipOfficer, "acceptance", Acceptor, [], Submitter),
            new(Roles.TownshipOfficer, "check-request", Acceptor, []),
            new(Roles.CheckCentre, "check-answer", Centre, Case.CheckAnswer(), Acceptor),
            new(Roles.TownshipOfficer, "visit", Recorder, Visit(office, head, Recorder), []));
        await office.Api.Settle();
        await Walk(office, path, "eligibility.same_person", 422,
            new(Roles.VillageAssistant, "appraisal", Panel, Case.Appraisal(office), Recorder),
            new(Roles.TownshipOfficer, "assessment", Assessor, [], Panel),
            new(Roles.TownshipLeader, "initial-review", Leader, Case.Opinion(positive: true), Assessor, Recorder, Companion));
        await office.Pass(8);
        await Walk(office, path, "eligibility.same_person", 422, new Step(Roles.CountyOfficer, "approval-proposal", Proposer, [], Leader));
        await office.Pass(8);
        await Walk(office, path, "eligibility.same_person", 422,
            new Step(Roles.CountyApprover, "confirmation", Approver, [], Proposer, Leader, Assessor, Panel, Recorder, Companion, Centre, Acceptor, Submitter));
    }

    [EveryEngine]
    public async Task Who_answered_the_check_does_not_record_the_visit_and_who_recorded_it_does_not_assess()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await office.Do(Roles.TownshipOfficer, $"{c.Path}/check-request");
        await Walk(office, c.Path, "eligibility.same_person", 422, new Step(Roles.CheckCentre, "check-answer", Centre, Case.CheckAnswer()));
        var byCentre = await office.Api.As(Roles.TownshipOfficer, subject: Centre).Decide($"{c.Path}/visit", Visit(office, c.Members[0], Centre));
        byCentre.ShouldRefuse(422, "eligibility.same_person");
        await Walk(office, c.Path, "eligibility.same_person", 422,
            new(Roles.TownshipOfficer, "visit", Recorder, Visit(office, c.Members[0], Recorder)),
            new(Roles.TownshipOfficer, "assessment", Assessor, [], Recorder, Companion),
            new(Roles.TownshipLeader, "initial-review", Leader, Case.Opinion(positive: true), Recorder, Companion, Assessor));
        await office.Pass(8);
        await Walk(office, c.Path, "eligibility.same_person", 422, new Step(Roles.CountyApprover, "refusal", Approver, new() { ["reasons"] = new JsonArray("材料不实") }, Leader, Centre));
    }

    [EveryEngine]
    public async Task Money_passes_through_five_hands()
    {
        await using var office = await Office.Open(2024, 3, 1);
        await Case.Admitted(office);
        await office.GoTo(new LocalDate(2024, 4, 2));
        await office.Receive(100_000_000);
        var built = await office.Api.As(Roles.PayrollClerk, subject: "builder").Decide("/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-04" });
        built.Status.Should().Be(201, built.Text);
        var result = new JsonObject { ["paidOn"] = office.Day, ["returned"] = new JsonArray() };
        await Walk(office, $"/payrolls/{built.Id}", "funds.same_person", 403,
            new(Roles.PayrollClerk, "lock", "locker", []),
            new(Roles.PayrollLeader, "payment-request", "requester", [], "builder", "locker"),
            new(Roles.FinanceApprover, "approval", "financier", [], "requester"),
            new(Roles.FinanceTreasurer, "transfer", "treasurer", [], "requester", "financier"),
            new(Roles.PayingBank, "bank-result", "bank", result, "treasurer"));
    }

    [EveryEngine]
    public async Task A_review_is_found_heard_and_concluded_by_three()
    {
        await using var office = await Office.Open(2025, 7, 7);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2026, 7, 1));
        var path = $"/reviews/{await c.Review()}";
        var findings = c.Findings(2_400);
        findings["investigators"] = Investigators(Recorder);
        await Walk(office, path, "reviewcycle.same_person", 403,
            new(Roles.TownshipOfficer, "findings", Recorder, findings),
            new(Roles.TownshipLeader, "hearing", Leader, new() { ["heldOn"] = office.Day, ["attended"] = false, ["views"] = "" }, Recorder),
            new(Roles.CountyApprover, "conclusion", Approver, new() { ["outcome"] = "reduce", ["reasons"] = "经复审,家庭收入增加,自下月起减发。" }, Recorder, Companion, Leader));
    }

    /// <summary>Each step is refused to those who must not take it, and then taken.</summary>
    private static async Task Walk(Office office, string path, string code, int status, params Step[] steps)
    {
        foreach (var step in steps)
        {
            foreach (var other in step.Refused)
            {
                var refused = await office.Api.As(step.Role, subject: other).Decide($"{path}/{step.Name}", step.Body.DeepClone());
                refused.Problem.Should().Be(code, $"{other} must not take {step.Name}: {refused.Text}");
                refused.ShouldRefuse(status, code);
            }
            var taken = await office.Api.As(step.Role, subject: step.By).Decide($"{path}/{step.Name}", step.Body.DeepClone());
            taken.Status.Should().Be(200, $"{step.By} may take {step.Name}: {taken.Text}");
        }
        await office.Api.Settle();
    }

    private static JsonObject Visit(Office office, string present, string recorder) => new()
    {
        ["visitedOn"] = office.Day,
        ["investigators"] = Investigators(recorder),
        ["present"] = new JsonArray(present),
        ["livingConditions"] = "两间平房",
    };

    private static JsonArray Investigators(string recorder) =>
    [
        new JsonObject { ["officer"] = recorder, ["post"] = "township" },
        new JsonObject { ["officer"] = Companion, ["post"] = "village" },
    ];
}
