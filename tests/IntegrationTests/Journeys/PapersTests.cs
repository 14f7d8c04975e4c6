using System.Net.Http.Headers;
using Dibao.BuildingBlocks.Access;
using static Dibao.IntegrationTests.Journeys.Papers;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Papers by circumstance, told once (57 Art 10), never what the check supplies (Law Art 62), and held against each other.</summary>
public sealed class PapersTests
{
    private const string Police = "&issuer=%E6%B4%BE%E5%87%BA%E6%89%80";

    [EveryEngine]
    public async Task Everything_missing_is_told_once_and_what_the_check_supplies_is_never_asked()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var body = Fictitious.Household(members: [Fictitious.Member(), Fictitious.Member("spouse", labour: "able"), Fictitious.Member("grandchild", Fictitious.IdNumber(new LocalDate(2015, 9, 1)), "outsideWorkingAge")]);
        body["income"] = Case.Amounts("wage", 6_000);
        body["assets"] = new JsonArray(new JsonObject { ["kind"] = "housing", ["valueFen"] = 9_000_000 });
        var household = (await office.Do(Roles.VillageAssistant, "/households", body)).Json;
        var (id, head, spouse, child) = (household.Text("id"), Person(household, 0), Person(household, 1), Person(household, 2));
        var missing = $"/households/{id}/papers/missing?stated=disabled";

        var told = await office.Read(Roles.TownshipOfficer, missing);
        Asked(told).Should().BeEquivalentTo(
            [("truthDeclaration", null, "57 Art 9"), ("checkAuthorisation", head, "57 Art 9"), ("checkAuthorisation", spouse, "57 Art 9"), ("hukouBook", null, "57 Art 9"),
            ("idCard", head, "57 Art 9"), ("idCard", spouse, "57 Art 9"), ("disabilityCard", null, "57 Art 9"), ("wageCertificate", spouse, "57 Art 9"),
            ("bankBook", head, "57 Art 25")]);
        NotAsked(told).Should().BeEquivalentTo(
            [("marriageCertificate", "suppliedByCheck", "83 III(2)"), ("propertyCertificate", "suppliedByCheck", "57 Art 10 and 17"), ("socialInsuranceRecord", "suppliedByCheck", "57 Art 10 and 17")]);

        var desk = office.As(Roles.VillageAssistant);
        foreach (var (kind, person) in new[] { ("hukouBook", null), ("idCard", head), ("idCard", spouse), ("disabilityCard", child), ("bankBook", head) })
            (await desk.File(id, kind, Pdf(kind + person), Police + (person is null ? "" : $"&person={person}"))).Status.Should().Be(201);
        foreach (var person in new[] { head, spouse }) await office.Do(Roles.VillageAssistant, $"/households/{id}/declarations", Signed("checkAuthorisation", person, office.Day));
        Asked(await office.Read(Roles.TownshipOfficer, missing)).Select(a => a.Kind).Should().BeEquivalentTo("truthDeclaration", "wageCertificate");

        // The statement is signed, and a written promise stands in for the certificate (83 I(2)): nothing is missing.
        await office.Do(Roles.VillageAssistant, $"/households/{id}/declarations", Signed("truth", head, office.Day));
        await office.Do(Roles.VillageAssistant, $"/households/{id}/declarations", Signed("noticeAndPromise", spouse, office.Day, "wageCertificate"));
        var settled = await office.Read(Roles.TownshipOfficer, missing);
        Asked(settled).Should().BeEmpty();
        NotAsked(settled).Should().Contain(("wageCertificate", "promised", "83 I(2)"));
        (await office.List(Roles.TownshipOfficer, $"/households/{id}/declarations")).Select(d => d.Text("kind")).Should().Equal("checkAuthorisation", "checkAuthorisation", "truth", "noticeAndPromise");
        settled.ToJsonString().Should().NotContain("王建国");

        // A grown son elsewhere owes the head support: his statement is asked, without anybody saying so again.
        var clerk = office.As(Roles.TownshipOfficer);
        var son = new JsonObject { ["name"] = "王大明", ["supports"] = head, ["kind"] = "child", ["basis"] = "unable", ["payableFen"] = 0 };
        (await clerk.Put($"/households/{id}/obligors", new JsonObject { ["obligors"] = new JsonArray(son) }, (await clerk.Read($"/households/{id}")).ETag)).Status.Should().Be(200);
        Asked(await office.Read(Roles.TownshipOfficer, missing)).Should().BeEquivalentTo([("obligorStatement", (string?)null, "57 Art 13")]);
        (await office.Read(Roles.TownshipOfficer, $"/households/{id}/completeness")).Items("missing").Where(m => m.Text("item") == "papers").Select(m => m.Text("paper")).Should().Contain("obligorStatement");
    }

    [EveryEngine]
    public async Task A_household_is_asked_by_the_law_of_the_day()
    {
        await using var office = await Office.Open(2026, 11, 23);
        var body = Fictitious.Household();
        body["payee"] = null;
        body["assets"] = Case.Deposits(900);
        var id = (await office.Do(Roles.VillageAssistant, "/households", body)).Id;
        var today = await office.Read(Roles.TownshipOfficer, $"/households/{id}/papers/missing?stated=divorced");
        Asked(today).Select(a => a.Kind).Should().BeEquivalentTo("truthDeclaration", "checkAuthorisation");
        NotAsked(today).Should().BeEquivalentTo(
            [("hukouBook", "suppliedByCheck", "Law Art 62"), ("idCard", "suppliedByCheck", "Law Art 62"), ("divorceJudgment", "suppliedByCheck", "Law Art 62"), ("depositStatement", "suppliedByCheck", "Law Art 62")]);
        var then = await office.Read(Roles.TownshipOfficer, $"/households/{id}/papers/missing?stated=divorced&appliedOn=2012-06-01");
        Asked(then).Select(a => a.Kind).Should().BeEquivalentTo("truthDeclaration", "hukouBook", "idCard", "divorceJudgment", "depositStatement");
        then["notAsked"]!.AsArray().Should().BeEmpty();

        var checklist = (await office.Read(Roles.Applicant, "/paper-checklist?on=2012-06-01")).AsArray().OfType<JsonNode>().ToList();
        checklist.Where(l => !l.Flag("suppliedByCheck")).Select(l => l.Text("kind")).Should().Contain(["hukouBook", "idCard", "disabilityCard", "divorceJudgment", "wageCertificate"]);
    }

    [EveryEngine]
    public async Task A_paper_is_filed_once_shown_as_it_was_and_withdrawn_but_never_deleted()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var c = await Case.Register(office);
        var desk = office.As(Roles.VillageAssistant);
        var content = Pdf("a-scan-of-a-disability-card");
        var query = Police + $"&person={c.Members[0]}&issuedOn=2020-02-02";

        var filed = await desk.File(c.Household, "disabilityCard", content, query);
        filed.Status.Should().Be(201, filed.Text);
        filed["hash"].GetValue<string>().Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        (filed["size"].GetValue<int>(), filed["mediaType"].GetValue<string>(), filed["uploadedBy"].GetValue<string>()).Should().Be((content.Length, "application/pdf", Office.Subject(Roles.VillageAssistant)));
        var before = await office.Api.Rows();
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.File(c.Household, "disabilityCard", content, query)));
        again.Should().OnlyContain(a => a.Status == 201 && a.Text == filed.Text);
        (await office.Api.Rows()).Should().Equal(before, "the same content is stored once and answered the same");

        // The same scan as another paper: a paper more, the content once.
        (await desk.File(c.Household, "hukouBook", content, Police)).Id.Should().NotBe(filed.Id);
        (await office.Api.Database.Count("SELECT count(*) FROM households_paper_content")).Should().Be(1);
        (await office.Api.Database.Everything()).Should().NotContain("a-scan-of-a-disability-card", "it is kept encrypted");

        var path = $"/households/{c.Household}/papers";
        var fetched = await Fetch(office.As(Roles.Auditor), $"{path}/{filed.Id}/content");
        fetched.Bytes.Should().Equal(content);
        (fetched.Headers.ContentType!.MediaType, fetched.Headers.ContentDisposition!.DispositionType, fetched.Headers.ContentDisposition.FileName).Should().Be(
            ("application/pdf", "attachment", $"disabilityCard-{filed["hash"].GetValue<string>()[..12]}.pdf"));
        (await office.List(Roles.Auditor, "/audit-entries?action=FetchPaper")).Should().ContainSingle(e => e.Text("concern") == c.Household && e.Text("outcome") == "done");

        await office.Refused(Roles.VillageAssistant, $"{path}/{filed.Id}/withdrawal", new JsonObject { ["reason"] = " " }, 400, "request.invalid");
        var withdrawn = await office.Do(Roles.VillageAssistant, $"{path}/{filed.Id}/withdrawal", new JsonObject { ["reason"] = "该证已失效" });
        (withdrawn["void"].GetValue<bool>(), withdrawn["withdrawalReason"].GetValue<string>()).Should().Be((true, "该证已失效"));
        await office.Refused(Roles.VillageAssistant, $"{path}/{filed.Id}/withdrawal", new JsonObject { ["reason"] = "该证已失效" }, 409, "households.paper_withdrawn");
        (await office.List(Roles.TownshipOfficer, path + "?kind=disabilityCard")).Should().ContainSingle(p => p.Flag("void"));
        (await Fetch(office.As(Roles.TownshipOfficer), $"{path}/{filed.Id}/content")).Bytes.Should().Equal(content, "nothing is deleted");
        (await desk.File(c.Household, "disabilityCard", content, query)).Id.Should().NotBe(filed.Id, "what was withdrawn is filed anew");
    }

    [EveryEngine]
    public async Task Three_papers_state_one_name_and_number()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var (number, other) = (Fictitious.IdNumber(), Fictitious.IdNumber());
        var c = await Case.Register(office, members: [Fictitious.Member(idNumber: number), Fictitious.Member("sibling", other, name: "王建民")]);
        var (desk, path, head) = (office.As(Roles.VillageAssistant), $"/households/{c.Household}/papers", c.Members[0]);
        var book = await desk.File(c.Household, "hukouBook", Pdf("book"), Police);
        var card = await desk.File(c.Household, "idCard", Pdf("card"), Police + $"&person={head}");
        var disability = await desk.File(c.Household, "disabilityCard", Pdf("disability"), Police + $"&person={head}");
        Match(await office.Read(Roles.TownshipOfficer, path + "/match"), head).Should().BeEquivalentTo(
            [("hukouBook", "unread"), ("idCard", "unread"), ("disabilityCard", "unread"), ("bankBook", "missing")]);

        await office.Refused(Roles.VillageAssistant, $"{path}/{book.Id}/reading", Stated("王建国", number), 422, "households.paper_person_needed");
        await office.Refused(Roles.VillageAssistant, $"{path}/{card.Id}/reading", Stated("王建国"), 422, "households.paper_number_needed");
        await office.Do(Roles.VillageAssistant, $"{path}/{book.Id}/reading", Stated("王建国", number, person: head));
        await office.Do(Roles.VillageAssistant, $"{path}/{book.Id}/reading", Stated("王建民", other, person: c.Members[1]));
        await office.Do(Roles.VillageAssistant, $"{path}/{card.Id}/reading", Stated(" 王 建国", number.ToLowerInvariant()));
        await office.Do(Roles.VillageAssistant, $"{path}/{disability.Id}/reading", Stated("王建国", other));
        var match = await office.Read(Roles.TownshipOfficer, path + "/match");
        Match(match, head).Should().BeEquivalentTo([("hukouBook", "agrees"), ("idCard", "agrees"), ("disabilityCard", "contradicts"), ("bankBook", "missing")]);
        Match(match, c.Members[1]).Should().BeEquivalentTo([("hukouBook", "agrees"), ("idCard", "missing")]);
        var wrong = match.Items("persons").First(p => p.Text("person") == head).Items("papers").Single(p => p.Text("state") == "contradicts");
        (wrong.Flag("nameDiffers"), wrong.Flag("numberDiffers")).Should().Be((false, true));

        // Read again, and the bank book brought, which states no number: the three papers match.
        await office.Do(Roles.VillageAssistant, $"{path}/{disability.Id}/reading", Stated("王建国", number));
        var bank = await desk.File(c.Household, "bankBook", Pdf("bank"), Police + $"&person={head}");
        await office.Do(Roles.VillageAssistant, $"{path}/{bank.Id}/reading", Stated("王建国"));
        var matched = await office.Read(Roles.Auditor, path + "/match");
        matched.Items("persons").First(p => p.Text("person") == head).Flag("agrees").Should().BeTrue();
        foreach (var text in new[] { matched.ToJsonString(), await office.Api.Database.Everything() }) text.Should().NotContain(number).And.NotContain(other);
    }

    [EveryEngine]
    public async Task An_issuer_of_false_papers_is_flagged_in_its_whole_province()
    {
        await using var office = await Office.Open(2026, 11, 23);
        var (here, there, beyond) = (await Registered(office, Fictitious.Village), await Registered(office, "320724001001"), await Registered(office, "330106001001"));
        foreach (var (village, household) in new[] { (Fictitious.Village, here), ("320724001001", there), ("330106001001", beyond) })
            (await office.Api.As(Roles.VillageAssistant, village).File(household, "diagnosis", Pdf("x"), By("某镇 卫生院"))).Status.Should().Be(201);
        (await Flagged(office, Fictitious.Village, here)).Should().BeNull();

        var entry = await office.Do(Roles.CountyOfficer, "/false-issuers", Issuer("某镇卫生院", "2026-11-20"));
        (await Flagged(office, Fictitious.Village, here)).Should().Be("2026-11-20");
        (await Flagged(office, "320724001001", there)).Should().Be("2026-11-20", "it lies in the same province");
        (await Flagged(office, "330106001001", beyond)).Should().BeNull("it lies in another");
        (await office.Read(Roles.TownshipOfficer, $"/households/{here}/papers/missing?stated=seriouslyIll")).Items("flags").Select(f => (f.Text("flag"), f.Text("article")))
            .Should().Equal(("falseIssuer", "Law Art 72"));

        // The register itself is its county's.
        (await office.List(Roles.CountyOfficer, "/false-issuers?standing=true")).Should().ContainSingle(f => f.Text("name") == "某镇卫生院");
        (await office.List(Roles.Auditor, "/false-issuers")).Should().ContainSingle();
        (await office.List(Roles.Applicant, "/false-issuers")).Should().BeEmpty();
        (await office.List(Roles.VillageAssistant, "/false-issuers")).Should().BeEmpty();
        var neighbour = office.Api.As(Roles.CountyOfficer, "320724", "neighbour");
        (await neighbour.Read("/false-issuers"))["items"].AsArray().Should().BeEmpty();
        (await neighbour.Decide($"/false-issuers/{entry.Id}/clearing", new JsonObject { ["reason"] = "复查撤销认定" })).ShouldRefuse(404, "request.not_found");
        (await office.Api.As(Roles.CountyOfficer, "3207", "city").Decide("/false-issuers", Issuer("某镇卫生院", "2026-11-20"))).ShouldRefuse(403, "access.outside_division");
        await office.Refused(Roles.CountyOfficer, "/false-issuers", Issuer("某镇卫生院", "2026-11-24"), 422, "households.issuer_proven_later");

        await office.Do(Roles.CountyOfficer, $"/false-issuers/{entry.Id}/clearing", new JsonObject { ["reason"] = "系另一单位,登记有误", ["mistaken"] = true });
        (await Flagged(office, Fictitious.Village, here)).Should().BeNull();
        (await office.List(Roles.CountyOfficer, "/false-issuers?standing=true")).Should().BeEmpty();
        await office.Refused(Roles.CountyOfficer, $"/false-issuers/{entry.Id}/clearing", new JsonObject { ["reason"] = "复查撤销认定" }, 409, "households.issuer_cleared");
    }

    [EveryEngine]
    public async Task A_divorce_shortly_before_the_application_raises_a_question()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var c = await Case.Register(office);
        var paper = await office.As(Roles.VillageAssistant).File(c.Household, "divorceJudgment", Pdf("judgment"), By("海州区人民法院") + $"&person={c.Members[0]}");
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/papers/{paper.Id}/reading", Stated("王建国", on: "2022-05-06"));
        var missing = $"/households/{c.Household}/papers/missing?stated=divorcedByCourt";
        var flag = (await office.Read(Roles.TownshipOfficer, missing)).Items("flags").Single();
        (flag.Text("flag"), flag.Text("on"), flag.Text("person"), flag.Text("article")).Should().Be(("recentDivorce", "2022-05-06", c.Members[0], "seed 3 (F146); assumed 12 months"));
        (await office.Read(Roles.TownshipOfficer, missing + "&appliedOn=2023-05-05")).Items("flags").Should().ContainSingle();
        (await office.Read(Roles.TownshipOfficer, missing + "&appliedOn=2023-05-06")).Items("flags").Should().BeEmpty("twelve months have passed");
    }

    [EveryEngine]
    public async Task A_divorce_that_was_only_declared_raises_it_too_until_a_paper_states_another_day()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var head = Fictitious.Member();
        head["attributes"] = new JsonObject { ["marital"] = "divorced", ["maritalSince"] = "2022-05-06" };
        var c = await Case.Register(office, members: [head]);
        var missing = $"/households/{c.Household}/papers/missing";
        var flag = (await office.Read(Roles.TownshipOfficer, missing)).Items("flags").Single();
        (flag.Text("flag"), flag["paper"], flag.Text("kind"), flag.Text("on"), flag.Text("person")).Should().Be(("recentDivorce", null, "divorceJudgment", "2022-05-06", c.Members[0]));
        (await office.Read(Roles.TownshipOfficer, missing + "?appliedOn=2023-05-06")).Items("flags").Should().BeEmpty("twelve months have passed");

        var paper = await office.As(Roles.VillageAssistant).File(c.Household, "divorceJudgment", Pdf("judgment"), By("海州区人民法院") + $"&person={c.Members[0]}");
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/papers/{paper.Id}/reading", Stated("王建国", on: "2019-05-06"));
        (await office.Read(Roles.TownshipOfficer, missing)).Items("flags").Should().BeEmpty("the judgment is older");
    }

    [EveryEngine]
    public async Task A_false_promise_stands_on_the_credit_record_and_the_certificate_is_asked_again()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var c = await Case.Register(office, incomeYuan: 3_000);
        var (path, head, missing) = ($"/households/{c.Household}", c.Members[0], $"/households/{c.Household}/papers/missing");
        var promise = await office.Do(Roles.VillageAssistant, path + "/declarations", Signed("noticeAndPromise", head, office.Day, "wageCertificate"));
        NotAsked(await office.Read(Roles.TownshipOfficer, missing)).Should().Contain(n => n.Kind == "wageCertificate");
        await office.Pass(10);
        var found = await office.Do(Roles.TownshipOfficer, $"{path}/declarations/{promise.Id}/falsity", new JsonObject { ["foundOn"] = office.Day, ["note"] = "用人单位工资表与承诺不符" });
        (found["kind"].GetValue<string>(), found["good"].GetValue<bool>(), found["person"].GetValue<string>(), found["article"].GetValue<string>()).Should().Be(("falsePromise", false, head, "83 I(2)"));
        Asked(await office.Read(Roles.TownshipOfficer, missing)).Select(a => a.Kind).Should().Contain("wageCertificate");
        await office.Refused(Roles.TownshipOfficer, $"{path}/declarations/{promise.Id}/falsity", new JsonObject { ["foundOn"] = office.Day, ["note"] = "用人单位工资表与承诺不符" }, 409, "households.promise_false_before");

        // Leaving of one's own accord stands to one's credit; a slip is struck out, not removed.
        await office.Do(Roles.TownshipOfficer, path + "/credit-entries", Credit(head, "voluntaryExit", office.Day));
        var slip = await office.Do(Roles.TownshipOfficer, path + "/credit-entries", Credit(head, "concealment", office.Day));
        await office.Do(Roles.CountyOfficer, $"{path}/credit-entries/{slip.Id}/striking-out", new JsonObject { ["reason"] = "登记错人" });
        await office.Refused(Roles.CountyOfficer, $"{path}/credit-entries/{slip.Id}/striking-out", new JsonObject { ["reason"] = "登记错人" }, 409, "households.credit_struck_out");
        (await office.List(Roles.Auditor, path + "/credit-entries")).Select(e => (e.Text("kind"), e.Flag("good"), e["struckOutAt"] is not null))
            .Should().Equal(("falsePromise", false, false), ("voluntaryExit", true, false), ("concealment", false, true));
        await office.Refused(Roles.TownshipOfficer, path + "/credit-entries", Credit(head, "selfReport", "2023-03-12"), 422, "households.credit_date");
    }

    [EveryEngine]
    public async Task Papers_of_another_division_or_of_another_applicant_are_not_found()
    {
        await using var office = await Office.Open(2023, 3, 1);
        var c = await Case.Register(office);
        var path = $"/households/{c.Household}";
        var paper = await office.As(Roles.VillageAssistant).File(c.Household, "mandate", Pdf("mandate"));
        var promise = await office.Do(Roles.VillageAssistant, path + "/declarations", Signed("truth", c.Members[0], office.Day));
        var credit = await office.Do(Roles.TownshipOfficer, path + "/credit-entries", Credit(c.Members[0], "honestDeclaration", office.Day));
        foreach (var stranger in new[] { office.Api.As(Roles.TownshipOfficer, "320706006", "neighbour"), office.Api.As(Roles.VillageAssistant, "320706001002", "neighbour"), office.As(Roles.Applicant) })
        {
            foreach (var read in new[] { "papers", "papers/missing", "papers/match", $"papers/{paper.Id}/content", "declarations", "credit-entries" })
                (await stranger.Read($"{path}/{read}")).ShouldRefuse(404, "request.not_found");
            (await stranger.File(c.Household, "mandate", Pdf("other"))).ShouldRefuse(404, "request.not_found");
            (await stranger.Post($"{path}/papers/{paper.Id}/withdrawal", new JsonObject { ["reason"] = "不相干的人" })).ShouldRefuse(404, "request.not_found");
            (await stranger.Post($"{path}/papers/{paper.Id}/reading", Stated("王建国", person: c.Members[0]))).ShouldRefuse(404, "request.not_found");
            (await stranger.Post($"{path}/declarations", Signed("truth", c.Members[0], office.Day))).ShouldRefuse(404, "request.not_found");
        }
        var officer = office.Api.As(Roles.TownshipOfficer, "320706006", "neighbour");
        (await officer.Post($"{path}/declarations/{promise.Id}/falsity", new JsonObject { ["foundOn"] = office.Day, ["note"] = "不相干的人" })).ShouldRefuse(404, "request.not_found");
        (await officer.Post($"{path}/credit-entries", Credit(c.Members[0], "concealment", office.Day))).ShouldRefuse(404, "request.not_found");
        (await officer.Post($"{path}/credit-entries/{credit.Id}/striking-out", new JsonObject { ["reason"] = "不相干的人" })).ShouldRefuse(404, "request.not_found");

        // What belongs to another household is not found under this one.
        var second = await Case.Register(office);
        (await office.As(Roles.TownshipOfficer).Read($"/households/{second.Household}/papers/{paper.Id}/content")).ShouldRefuse(404, "request.not_found");

        // An applicant files and reads his own, and withdraws only what he filed himself.
        var own = await office.Do(Roles.Applicant, "/households", Fictitious.Household());
        var mine = await office.As(Roles.Applicant).File(own.Id, "mandate", Pdf("mine"));
        var theirs = await office.As(Roles.VillageAssistant).File(own.Id, "mandate", Pdf("theirs"));
        (await Fetch(office.As(Roles.Applicant), $"/households/{own.Id}/papers/{mine.Id}/content")).Bytes.Should().Equal(Pdf("mine"));
        await office.Refused(Roles.Applicant, $"/households/{own.Id}/papers/{theirs.Id}/withdrawal", new JsonObject { ["reason"] = "不是本人提交" }, 422, "households.paper_of_another");
        await office.Do(Roles.Applicant, $"/households/{own.Id}/papers/{mine.Id}/withdrawal", new JsonObject { ["reason"] = "扫描不清楚" });
    }

    private static async Task<(byte[] Bytes, HttpContentHeaders Headers)> Fetch(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri("/api/v1" + path, UriKind.Relative));
        ((int)response.StatusCode).Should().Be(200);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers);
    }

    private static async Task<string> Registered(Office office, string village)
    {
        var answer = await office.Api.As(Roles.VillageAssistant, village).Post("/households", Fictitious.Household(village));
        answer.Status.Should().Be(201, answer.Text);
        return answer.Id;
    }

    private static async Task<string?> Flagged(Office office, string village, string household)
    {
        var list = await office.Api.As(Roles.VillageAssistant, village).Read($"/households/{household}/papers");
        return list["items"].AsArray().Single()!["issuerProvenFalseOn"]?.GetValue<string>();
    }

    private static string Person(JsonNode household, int index) => household["members"]![index]!.Text("person");

    private static IEnumerable<(string Kind, string? Person, string Article)> Asked(JsonNode told) =>
        told.Items("missing").Select(m => (m.Text("kind"), m["person"]?.GetValue<string>(), m.Text("article")));

    private static IEnumerable<(string Kind, string Reason, string Article)> NotAsked(JsonNode told) =>
        told.Items("notAsked").Select(m => (m.Text("kind"), m.Text("reason"), m.Text("article")));

    private static IEnumerable<(string Kind, string State)> Match(JsonNode match, string person) =>
        match.Items("persons").Single(p => p.Text("person") == person).Items("papers").Select(p => (p.Text("kind"), p.Text("state")));

    private static JsonObject Issuer(string name, string provenOn) =>
        new() { ["name"] = name, ["paperKind"] = "diagnosis", ["documentNumber"] = "诊字17号", ["provenOn"] = provenOn, ["note"] = "经查无此病人" };

    private static JsonObject Credit(string person, string kind, string on) =>
        new() { ["person"] = person, ["kind"] = kind, ["on"] = on, ["article"] = "83 V(5)", ["note"] = "经办人员登记" };
}
