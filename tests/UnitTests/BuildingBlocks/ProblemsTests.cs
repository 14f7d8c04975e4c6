using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace Dibao.UnitTests;

public sealed class ProblemsTests
{
    [Fact]
    public void Every_kind_of_refusal_has_a_status_of_its_own() =>
        Enum.GetValues<ErrorKind>().Select(Problems.Status).Should().OnlyHaveUniqueItems().And.OnlyContain(s => s >= 400 && s <= 503);

    [Theory]
    [InlineData(true, "请求格式不正确", "第一处", "此处不对")]
    [InlineData(false, "The request has the wrong shape", "the first", "wrong here")]
    public void A_refusal_is_told_in_one_language(bool zh, string title, string detail, string field)
    {
        var error = PlumbingProblems.InvalidRequest.Because("第一处", "the first") with { Fields = [new FieldError("members[0].name", "此处不对", "wrong here")] };
        var details = new ProblemDetails();
        Problems.Fill(details, error, zh);
        (details.Type, details.Title, details.Detail, details.Status).Should().Be(("urn:dibao:request.invalid", title, detail, 400));
        details.Extensions["errors"].Should().BeEquivalentTo(new Dictionary<string, string[]> { ["members[0].name"] = [field] });
    }
}
