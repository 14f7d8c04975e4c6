using System.Net.Http.Headers;
using Dibao.BuildingBlocks.Access;
using static Dibao.IntegrationTests.Journeys.Papers;

namespace Dibao.IntegrationTests;

/// <summary>A paper that is not what it should be goes out as a named refusal and leaves nothing behind.</summary>
public sealed class PaperInputTests(OneApi one) : IClassFixture<OneApi>
{
    private const int Limit = 10 * 1024 * 1024;
    private static readonly byte[] Executable = [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00];
    private readonly RunningApi api = one.Api;

    private HttpClient Officer => api.As(Roles.TownshipOfficer);

    private async Task Refused(int status, string code, Func<Task<Answer>> act)
    {
        await api.Settle();
        var before = await api.Rows();
        (await act()).ShouldRefuse(status, code);
        (await api.Rows()).Should().Equal(before, "a refusal stores nothing");
    }

    [EveryEngine]
    public async Task A_file_is_what_its_header_says()
    {
        var household = (await api.Register()).Id;
        await Refused(415, "households.paper_other_content", () => Officer.File(household, "mandate", Executable));
        await Refused(415, "households.paper_other_content", () => Officer.File(household, "mandate", Png, mediaType: "image/jpeg"));
        await Refused(415, "households.paper_other_content", () => Officer.File(household, "mandate", Pdf("x"), mediaType: "image/png"));
        await Refused(415, "households.paper_other_content", () => Officer.File(household, "mandate", [0x25, 0x50]));
        await Refused(415, "request.media_type", () => Officer.File(household, "mandate", Executable, mediaType: "application/x-msdownload"));
        await Refused(415, "request.media_type", () => Officer.File(household, "mandate", Pdf("x"), mediaType: "application/octet-stream"));
        await Refused(415, "request.media_type", () => Officer.Say(HttpMethod.Post, $"/households/{household}/papers?kind=mandate", null));
        (await Officer.File(household, "mandate", Png, mediaType: "image/png")).Status.Should().Be(201);
    }

    [EveryEngine]
    public async Task A_file_has_a_byte_and_at_most_ten_million_odd()
    {
        var household = (await api.Register()).Id;
        await Refused(400, "households.paper_empty", () => Officer.File(household, "mandate", []));
        await Refused(413, "request.too_large", () => Officer.File(household, "mandate", Sized(Limit + 1)));
        await Refused(413, "request.too_large", () =>
        {
            var streamed = new StreamContent(new MemoryStream(Sized(Limit + 1)));
            streamed.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            return Officer.Exchange(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/households/{household}/papers?kind=mandate")
            {
                Content = streamed,
                Headers = { TransferEncodingChunked = true, ExpectContinue = true }, // tells no length
            });
        });
        var largest = await Officer.File(household, "mandate", Sized(Limit));
        largest.Status.Should().Be(201, largest.Text);
        (await Officer.Read($"/households/{household}/papers/{largest.Id}/content")).Status.Should().Be(200);

        static byte[] Sized(int bytes)
        {
            var content = new byte[bytes];
            "%PDF-1.7"u8.CopyTo(content);
            return content;
        }
    }

    [EveryEngineTheory]
    [InlineData("palace", "", 400, "request.invalid")]
    [InlineData("", "", 400, "request.invalid")]
    [InlineData("DisabilityCard", "", 400, "request.invalid")]
    [InlineData("disabilityCard", "", 422, "households.paper_issuer_needed")]
    [InlineData("disabilityCard", "&issuer=%20", 400, "request.invalid")]
    [InlineData("disabilityCard", "&issuer=%E2%80%AE", 400, "request.invalid")]
    [InlineData("disabilityCard", "&issuer=...", 400, "request.invalid")]
    [InlineData("disabilityCard", "&issuer=x&issuedOn=2199-12-31", 422, "households.paper_issued_later")]
    [InlineData("disabilityCard", "&issuer=x&issuedOn=2012-02-30", 400, "request.invalid")]
    [InlineData("disabilityCard", "&issuer=x&person=1", 400, "request.invalid")]
    [InlineData("disabilityCard", "&issuer=x&colour=red", 400, "request.invalid")]
    public async Task What_is_said_of_a_paper_has_its_shape(string kind, string query, int status, string code)
    {
        var household = (await api.Register()).Id;
        await Refused(status, code, () => Officer.File(household, kind, Pdf("x"), query));
    }

    [EveryEngine]
    public async Task A_kind_must_be_stated()
    {
        var household = (await api.Register()).Id;
        await Refused(400, "request.invalid", () =>
        {
            var body = new ByteArrayContent(Pdf("x"));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            return Officer.Say(HttpMethod.Post, $"/households/{household}/papers", body);
        });
    }

    [EveryEngine]
    public async Task A_member_of_another_household_is_none_of_this_one()
    {
        var (here, there) = (await api.Register(), await api.Register());
        var stranger = there["members"][0]!["person"]!.GetValue<string>();
        await Refused(422, "households.not_a_member", () => Officer.File(here.Id, "mandate", Pdf("x"), $"&person={stranger}"));
        await Refused(422, "households.not_a_member", () => Officer.Post($"/households/{here.Id}/declarations", Signed("truth", stranger, "2020-01-01")));
        await Refused(422, "households.not_a_member", () => Officer.Post($"/households/{here.Id}/credit-entries", new JsonObject
        {
            ["person"] = stranger,
            ["kind"] = "concealment",
            ["on"] = "2020-01-01",
            ["article"] = "83 V(5)",
            ["note"] = "经办人员登记",
        }));
        var paper = await Officer.File(here.Id, "mandate", Pdf("x"));
        await Refused(422, "households.not_a_member", () => Officer.Post($"/households/{here.Id}/papers/{paper.Id}/reading", Stated("王建国", person: stranger)));
    }

    [EveryEngine]
    public async Task A_household_of_another_division_is_not_found()
    {
        var household = (await api.Register()).Id;
        await Refused(404, "request.not_found", () => api.As(Roles.TownshipOfficer, "320707001").File(household, "mandate", Pdf("x")));
        await Refused(404, "request.not_found", () => Officer.File("01980000-0000-7000-8000-00000000dead", "mandate", Pdf("x")));
    }

    [EveryEngine]
    public async Task What_is_no_longer_what_was_filed_is_not_shown()
    {
        var household = (await api.Register()).Id;
        var (first, second) = (await Officer.File(household, "mandate", Pdf("first")), await Officer.File(household, "mandate", Pdf("secnd")));
        var content = $"/households/{household}/papers/{first.Id}/content";
        (await Officer.Read(content)).Status.Should().Be(200);

        // The content of another paper, sealed with the right key, in its place.
        (string Zero, string One) = (Blob(first), Blob(second));
        (await api.Database.Change($"UPDATE households_paper_content SET Sealed = (SELECT o.Sealed FROM households_paper_content o WHERE o.Hash = {One} AND o.Household = households_paper_content.Household) WHERE Hash = {Zero}")).Should().Be(1);
        (await Officer.Read(content)).ShouldRefuse(409, "households.paper_damaged");

        // Something that was never sealed.
        (await api.Database.Change($"UPDATE households_paper_content SET Sealed = {Blob(second)} WHERE Hash = {Zero}")).Should().Be(1);
        (await Officer.Read(content)).ShouldRefuse(409, "households.paper_damaged");
        (await Officer.Read($"/households/{household}/papers/{second.Id}/content")).Status.Should().Be(200);
    }

    [EveryEngineTheory]
    [InlineData("papers/missing?stated=rich")]
    [InlineData("papers/missing?stated=disabled,")]
    [InlineData("papers/missing?stated=Disabled")]
    [InlineData("papers/missing?appliedOn=2012-02-30")]
    [InlineData("papers/missing?colour=red")]
    [InlineData("papers/match?stated=rich")]
    [InlineData("papers?kind=palace")]
    [InlineData("papers?limit=0")]
    [InlineData("papers?after=AAAA")]
    [InlineData("declarations?limit=201")]
    [InlineData("credit-entries?after=!!!")]
    public async Task An_unknown_circumstance_or_filter_is_refused(string path)
    {
        var household = (await api.Register()).Id;
        await Refused(400, "request.invalid", () => Officer.Read($"/households/{household}/{path}"));
    }

    [EveryEngine]
    public async Task The_papers_of_a_household_come_page_by_page()
    {
        var household = (await api.Register()).Id;
        for (var i = 0; i < 3; i++) await Officer.File(household, "mandate", Pdf($"page {i}"));
        var first = await Officer.Read($"/households/{household}/papers?limit=2");
        first["items"].AsArray().Should().HaveCount(2);
        var next = first["next"].GetValue<string>();
        (await Officer.Read($"/households/{household}/papers?limit=2&after={next}"))["items"].AsArray().Should().ContainSingle();
        await Refused(400, "request.invalid", () => Officer.Read($"/households/{household}/papers?kind=mandate&after={next}"));
    }

    [EveryEngine]
    public async Task A_stale_paper_is_refused()
    {
        var household = (await api.Register()).Id;
        var paper = await Officer.File(household, "mandate", Pdf("x"));
        var path = $"/households/{household}/papers/{paper.Id}/withdrawal";
        await Refused(412, "request.stale", () => Officer.Post(path, new JsonObject { ["reason"] = "扫描不清楚" }, seen: "\"9\""));
        (await Officer.Post(path, new JsonObject { ["reason"] = "扫描不清楚" }, seen: paper.ETag)).Status.Should().Be(200);
    }

    private string Blob(Answer paper)
    {
        var hash = paper["hash"].GetValue<string>();
        return api.Database.Engine == TestEngine.Sqlite ? $"x'{hash}'" : api.Database.Engine == TestEngine.PostgreSql ? $"'\\x{hash}'::bytea" : $"0x{hash}";
    }
}
