using System.Net.Http.Headers;
using System.Text;
using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests;

/// <summary>What comes in wrong goes out as a named refusal and leaves nothing behind.</summary>
public sealed class BadInputTests(OneApi one) : IClassFixture<OneApi>
{
    private const string Nobody = "01980000-0000-7000-8000-00000000dead";
    private readonly RunningApi api = one.Api;

    private HttpClient Officer => api.As(Roles.TownshipOfficer);

    private async Task<Answer> Refused(int status, string code, Func<Task<Answer>> act)
    {
        await api.Settle(); // what earlier steps set off has come about
        var before = await api.Rows();
        var answer = await act();
        answer.ShouldRefuse(status, code);
        (await api.Rows()).Should().Equal(before, "a refusal stores nothing");
        return answer;
    }

    private Task<Answer> RefusedText(string body, int status = 400, string code = "request.invalid") =>
        Refused(status, code, () => Officer.PostText("/households", body));

    private static JsonObject With(Action<JsonObject> change)
    {
        var body = Fictitious.Household();
        change(body);
        return body;
    }

    [EveryEngineTheory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"division\":")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}{}")]
    [InlineData("{/* remark */}")]
    public Task What_is_not_the_json_of_the_contract_is_refused(string body) => RefusedText(body);

    [EveryEngine]
    public async Task An_unknown_field_is_refused_and_named()
    {
        var answer = await Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b["colour"] = "red")));
        answer["errors"].AsObject().Should().ContainKey("colour");
    }

    [EveryEngine]
    public Task A_field_in_another_case_is_unknown() => Refused(400, "request.invalid", () => Officer.Post("/households", With(b =>
    {
        var division = b["division"]!.GetValue<string>();
        b.Remove("division");
        b["Division"] = division;
    })));

    [EveryEngine]
    public Task A_property_given_twice_is_refused() =>
        RefusedText(Fictitious.Household().ToJsonString().Insert(1, "\"division\":\"320706001002\","));

    [EveryEngineTheory]
    [InlineData("division", "320706001001.0")]
    [InlineData("division", "true")]
    [InlineData("hukou", "1")]
    [InlineData("hukou", "\"urban\"")]
    [InlineData("members", "{}")]
    [InlineData("members", "\"王\"")]
    [InlineData("members", "[[]]")]
    [InlineData("members", "[null]")]
    [InlineData("income", "[{\"kind\":\"wage\",\"yearlyFen\":\"100\"}]")]
    [InlineData("income", "[{\"kind\":\"wage\",\"yearlyFen\":1.5}]")]
    [InlineData("income", "[{\"kind\":\"wage\",\"yearlyFen\":1e400}]")]
    [InlineData("income", "[{\"kind\":\"wage\",\"yearlyFen\":9223372036854775808}]")]
    [InlineData("income", "[null]")]
    [InlineData("payee", "[]")]
    public Task A_wrong_type_is_refused(string field, string value) =>
        Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b[field] = JsonNode.Parse(value))));

    [EveryEngineTheory]
    [InlineData("division")]
    [InlineData("residence")]
    [InlineData("hukou")]
    [InlineData("members")]
    [InlineData("income")]
    [InlineData("assets")]
    public async Task What_is_required_is_neither_missing_nor_null(string field)
    {
        await Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b.Remove(field))));
        await Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b[field] = null)));
    }

    [EveryEngineTheory]
    [InlineData("11010519491231002x1", "nineteen characters")]
    [InlineData("110105194912310021", "wrong check digit")]
    [InlineData("110105491331002", "fifteen digits and no such month")]
    [InlineData("11010519490231002X", "no 31 February, whatever the check digit")]
    [InlineData("1101051949123100２X", "a full-width digit")]
    [InlineData("", "empty")]
    [InlineData("11010519491231 02X", "a blank")]
    [InlineData("XXXXXXXXXXXXXXXXXX", "letters")]
    public async Task An_invalid_citizen_number_is_refused(string number, string because)
    {
        var answer = await Refused(400, "request.invalid", () => Officer.Post("/households", Fictitious.Household(members: Fictitious.Member(idNumber: number))));
        answer["errors"].AsObject().Select(e => e.Key).Should().Contain("members[0].idNumber", because);
        if (number.Length > 0) answer.Text.Should().NotContain(number, "a problem never repeats a number");
    }

    [EveryEngineTheory]
    [InlineData("2012-02-30")]
    [InlineData("2012-13-01")]
    [InlineData("2011-02-29")]
    [InlineData("12-01-01")]
    [InlineData("2012/01/01")]
    [InlineData("2012-01-01T00:00:00Z")]
    [InlineData("99999-01-01")]
    [InlineData("")]
    public async Task An_impossible_date_is_refused(string day)
    {
        var household = await api.Register();
        var person = household["members"][0]!["person"]!.GetValue<string>();
        await Refused(400, "request.invalid", () => Officer.Post($"/households/{household.Id}/deaths", new JsonObject { ["person"] = person, ["diedOn"] = day }));
        await Refused(400, "request.invalid", () => Officer.Read($"/households/{household.Id}?validAt={Uri.EscapeDataString(day)}x"));
    }

    [EveryEngineTheory]
    [InlineData(-1)]
    [InlineData(100_000_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task Money_is_neither_negative_nor_beyond_range(long fen)
    {
        await Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b["income"] = new JsonArray(new JsonObject { ["kind"] = "wage", ["yearlyFen"] = fen }))));
        await Refused(400, "request.invalid", () => Officer.Post("/households", With(b => b["assets"] = new JsonArray(new JsonObject { ["kind"] = "vehicle", ["valueFen"] = fen }))));
    }

    [EveryEngine]
    public Task A_household_of_nobody_or_of_a_crowd_is_refused() => Refused(400, "request.invalid", async () =>
    {
        (await Officer.Post("/households", With(b => b["members"] = new JsonArray()))).ShouldRefuse(400, "request.invalid");
        return await Officer.Post("/households", Fictitious.Household(members: [.. Enumerable.Range(0, 31).Select(i => Fictitious.Member(i == 0 ? "head" : "other"))]));
    });

    [EveryEngine]
    public async Task A_body_over_one_million_bytes_is_refused_and_one_below_is_read()
    {
        await Refused(413, "request.too_large", () => Officer.PostText("/households", Padded(1_000_001)));
        await Refused(400, "request.invalid", () => Officer.PostText("/households", Padded(999_999)));

        static string Padded(int bytes) => $"{{\"colour\":\"{new string('x', bytes - 13)}\"}}";
    }

    [EveryEngineTheory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public Task Another_media_type_is_refused(string mediaType) =>
        Refused(415, "request.media_type", () => Officer.PostText("/households", Fictitious.Household().ToJsonString(), mediaType));

    [EveryEngine]
    public Task An_unknown_charset_is_refused() => Refused(415, "request.media_type", () =>
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fictitious.Household().ToJsonString()));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=klingon");
        return Officer.Say(HttpMethod.Post, "/households", content);
    });

    [EveryEngine]
    public Task Bytes_that_are_no_utf8_are_refused() => Refused(400, "request.invalid", () =>
    {
        var text = Encoding.UTF8.GetBytes(Fictitious.Household().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        text[Array.IndexOf(text, (byte)0xE7)] = 0xFF; // the first byte of 王
        var content = new ByteArrayContent(text);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Officer.Say(HttpMethod.Post, "/households", content);
    });

    [EveryEngineTheory]
    [InlineData("\\u0000")]
    [InlineData("王\\u0000建国")]
    [InlineData("\\ud800")]
    [InlineData("王\\udc00")]
    [InlineData("   ")]
    public Task A_name_of_no_characters_is_refused(string name) =>
        RefusedText(Fictitious.Household(members: Fictitious.Member(name: "NAME")).ToJsonString().Replace("NAME", name, StringComparison.Ordinal));

    [EveryEngine]
    public Task Json_nested_without_end_is_refused() => RefusedText(new string('[', 5_000));

    [EveryEngine]
    public Task Deep_nesting_inside_a_field_is_refused() =>
        RefusedText($"{{\"division\":{string.Concat(Enumerable.Repeat("{\"a\":", 400))}1{new string('}', 400)}}}");

    [EveryEngine]
    public Task An_unknown_id_is_not_found() => Refused(404, "request.not_found", async () =>
    {
        (await Officer.Put($"/households/{Nobody}/means", Nothing(), "\"1\"")).ShouldRefuse(404, "request.not_found");
        return await Officer.Read($"/households/{Nobody}");
    });

    [EveryEngineTheory]
    [InlineData("1")]
    [InlineData("01980000-0000-7000-8000-00000000000g")]
    [InlineData("' OR 1=1")]
    public Task A_malformed_id_is_refused(string id) => Refused(400, "request.invalid", () => Officer.Read($"/households/{id}"));

    [EveryEngineTheory]
    [InlineData("?colour=red")]
    [InlineData("?Division=320706")]
    [InlineData("?limit=0")]
    [InlineData("?limit=201")]
    [InlineData("?limit=many")]
    [InlineData("?limit=99999999999999999999")]
    [InlineData("?division=10")]
    [InlineData("?division=3207061")]
    [InlineData("?after=!!!")]
    [InlineData("?after=AAAA")]
    public Task An_unknown_filter_or_value_never_widens_the_list(string query) => Refused(400, "request.invalid", () => Officer.Read("/households" + query));

    [EveryEngine]
    public async Task A_cursor_belongs_to_its_list()
    {
        await api.Register();
        await api.Register();
        var next = (await Officer.Read("/households?limit=1"))["next"].GetValue<string>();
        (await Officer.Read($"/households?limit=1&after={next}")).Status.Should().Be(200);
        await Refused(400, "request.invalid", () => Officer.Read($"/households?limit=1&division=320706001&after={next}"));
    }

    [EveryEngine]
    public Task An_unknown_route_is_not_found() => Refused(404, "request.not_found", () => Officer.Read("/palaces"));

    [EveryEngine]
    public Task A_wrong_method_is_refused() => Refused(405, "request.method_not_allowed", () => Officer.Say(HttpMethod.Delete, "/households", null));

    [EveryEngine]
    public async Task A_stale_version_is_refused_and_a_missing_one_asked_for()
    {
        var household = await api.Register();
        var path = $"/households/{household.Id}/means";
        await Refused(428, "request.version_needed", () => Officer.Put(path, Nothing(), seen: null));
        (await Officer.Put(path, Nothing(), household.ETag)).Status.Should().Be(200);
        await Refused(412, "request.stale", () => Officer.Put(path, Nothing(), household.ETag));
    }

    [EveryEngineTheory]
    [InlineData("1")]
    [InlineData("\"\"")]
    [InlineData("\"one\"")]
    [InlineData("W/\"1\"")]
    [InlineData("*")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task A_version_that_is_none_is_refused(string seen)
    {
        var household = await api.Register();
        await Refused(400, "request.invalid", () => Officer.Put($"/households/{household.Id}/means", Nothing(), seen));
    }

    [EveryEngine]
    public async Task The_version_told_is_the_version_read()
    {
        var household = await api.Register();
        household.ETag.Should().Be((await Officer.Read($"/households/{household.Id}")).ETag);
        var changed = await Officer.Put($"/households/{household.Id}/means", Nothing(), household.ETag);
        changed.ETag.Should().NotBe(household.ETag).And.Be((await Officer.Read($"/households/{household.Id}")).ETag);
    }

    [EveryEngine]
    public async Task The_same_key_and_body_get_the_same_answer_and_happen_once()
    {
        var (key, body) = (Guid.NewGuid().ToString(), Fictitious.Household());
        var first = await Officer.Post("/households", body.DeepClone(), key);
        await api.Settle();
        var rows = await api.Rows();
        var again = await Officer.Post("/households", body.DeepClone(), key);
        (again.Status, again.Text, again.ETag, again.Headers.Location).Should().Be((201, first.Text, first.ETag, first.Headers.Location));
        first.Headers.Contains("Idempotency-Replayed").Should().BeFalse();
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        (await api.Rows()).Should().Equal(rows);
    }

    [EveryEngine]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        (await Officer.Post("/households", Fictitious.Household(), key)).Status.Should().Be(201);
        await Refused(422, "request.idempotency_key_reused", () => Officer.Post("/households", Fictitious.Household(), key));
    }

    [EveryEngine]
    public async Task The_same_key_on_another_step_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        var household = await api.Register();
        (await Officer.Put($"/households/{household.Id}/means", Nothing(), household.ETag, key)).Status.Should().Be(200);
        var person = household["members"][0]!["person"]!.GetValue<string>();
        await Refused(422, "request.idempotency_key_reused",
            () => Officer.Post($"/households/{household.Id}/deaths", new JsonObject { ["person"] = person, ["diedOn"] = "2020-01-01" }, key));
    }

    [EveryEngine]
    public async Task A_key_belongs_to_its_caller()
    {
        var key = Guid.NewGuid().ToString();
        (await Officer.Post("/households", Fictitious.Household(), key)).Status.Should().Be(201);
        var other = await api.As(Roles.TownshipOfficer, subject: "another-officer").Post("/households", Fictitious.Household(), key);
        other.Status.Should().Be(201, other.Text);
        other.Headers.Contains("Idempotency-Replayed").Should().BeFalse();
    }

    [EveryEngine]
    public async Task A_refused_step_leaves_its_key_free()
    {
        var key = Guid.NewGuid().ToString();
        (await Officer.Post("/households", Fictitious.Household(members: Fictitious.Member("spouse")), key)).ShouldRefuse(422, "households.one_head");
        (await Officer.Post("/households", Fictitious.Household(), key)).Status.Should().Be(201);
    }

    [EveryEngine]
    public async Task Two_at_once_under_one_key_happen_once()
    {
        var (key, body) = (Guid.NewGuid().ToString(), Fictitious.Household());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Officer.Post("/households", body.DeepClone(), key)));
        answers.Should().OnlyContain(a => a.Status == 201);
        answers.Select(a => a.Id).Distinct().Should().ContainSingle();
        answers.Count(a => a.Headers.Contains("Idempotency-Replayed")).Should().Be(7);
    }

    [EveryEngineTheory]
    [InlineData(121)]
    [InlineData(5_000)]
    public Task A_key_that_is_too_long_is_refused(int length) =>
        Refused(400, "request.invalid", () => Officer.Post("/households", Fictitious.Household(), new string('k', length)));

    [EveryEngine]
    public Task A_blank_key_is_refused() => Refused(400, "request.invalid", () => Officer.Post("/households", Fictitious.Household(), " "));

    [EveryEngine]
    public async Task A_person_stands_in_one_household_only()
    {
        var number = Fictitious.IdNumber();
        await api.Register(Fictitious.Household(members: Fictitious.Member(idNumber: number)));
        await Refused(409, "households.person_elsewhere", () => Officer.Post("/households", Fictitious.Household(members: Fictitious.Member(idNumber: number.ToLowerInvariant()))));
    }

    [EveryEngine]
    public Task A_place_outside_the_division_is_refused() =>
        Refused(403, "access.outside_division", () => Officer.Post("/households", Fictitious.Household("320706002001")));

    [EveryEngine]
    public async Task What_lies_outside_the_division_is_not_found()
    {
        var household = await api.Register();
        var stranger = api.As(Roles.TownshipOfficer, "320707001");
        (await stranger.Read($"/households/{household.Id}")).ShouldRefuse(404, "request.not_found");
        (await stranger.Read("/households"))["items"].AsArray().Should().BeEmpty();
        await Refused(404, "request.not_found", () => stranger.Put($"/households/{household.Id}/means", Nothing(), household.ETag));
    }

    [EveryEngine]
    public async Task An_applicant_sees_his_own_household_only()
    {
        var own = await api.As(Roles.Applicant, subject: "agent-a").Post("/households", Fictitious.Household());
        own.Status.Should().Be(201, own.Text);
        (await api.As(Roles.Applicant, subject: "agent-a").Read($"/households/{own.Id}")).Status.Should().Be(200);
        (await api.As(Roles.Applicant, subject: "agent-b").Read($"/households/{own.Id}")).ShouldRefuse(404, "request.not_found");
        (await Officer.Read($"/households/{own.Id}")).Status.Should().Be(200);
    }

    [EveryEngine]
    public async Task File_numbers_have_no_gaps_through_refusals_and_races()
    {
        var county = api.As(Roles.CountyOfficer, "320724");
        var bodies = Enumerable.Range(0, 24).Select(i => Fictitious.Household("320724001001", members: Fictitious.Member(i % 3 == 0 ? "spouse" : "head"))).ToList();
        var answers = await Task.WhenAll(bodies.Select(b => county.Post("/households", b)));
        var numbers = answers.Where(a => a.Status == 201).Select(a => a["fileNumber"].GetValue<string>()[12..]).Order(StringComparer.Ordinal);
        numbers.Should().Equal(Enumerable.Range(1, 16).Select(n => n.ToString("000000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [EveryEngineTheory]
    [InlineData("zh-CN", "请求")]
    [InlineData("en", "The request")]
    [InlineData("en;q=0.5, zh;q=0.8", "请求")]
    [InlineData("fr", "请求")]
    public async Task A_refusal_speaks_the_callers_language(string languages, string beginning)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/households?limit=0");
        request.Headers.Authorization = Officer.DefaultRequestHeaders.Authorization;
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        (await api.Anonymous.Exchange(request))["title"].GetValue<string>().Should().StartWith(beginning);
    }

    private static JsonObject Nothing() => new() { ["income"] = new JsonArray(), ["assets"] = new JsonArray() };
}
