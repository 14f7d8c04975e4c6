using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests;

/// <summary>Every route of the contract with every role and without a token, against the page of roles.</summary>
public sealed class AccessMatrixTests(OneApi one) : IClassFixture<OneApi>
{
    private const string Nobody = "01980000-0000-7000-8000-00000000dead";
    private readonly RunningApi api = one.Api;

    [EveryEngine]
    public async Task Every_route_takes_the_roles_of_the_page_and_no_other()
    {
        var wrong = new List<string>();
        foreach (var operation in await Operation.All(api))
        {
            var permission = Enum.Parse<Permission>(operation.Permission!);
            foreach (var role in Roles.All)
            {
                var answer = await Knock(api.As(role.Name), operation);
                var allowed = permission == Permission.Public || role.Permissions.Contains(permission);
                var refused = answer.Status == 401 || answer.Problem == "access.forbidden";
                if (refused == allowed) wrong.Add($"{operation.Name} as {role.Name}: {answer.Status} {answer.Problem}, the page says {(allowed ? "yes" : "no")}");
            }
        }
        wrong.Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Without_a_token_only_public_routes_answer()
    {
        foreach (var operation in await Operation.All(api))
        {
            var answer = await Knock(api.Anonymous, operation);
            if (operation.Permission == nameof(Permission.Public)) answer.Status.Should().NotBe(401, operation.Name);
            else answer.ShouldRefuse(401, "access.unauthenticated");
        }
    }

    [EveryEngineTheory]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOiJhZG1pbmlzdHJhdG9yIiwiZGl2aXNpb24iOiIzMjA3MDYifQ.")]
    public async Task A_token_that_is_not_ours_is_refused_even_on_public_routes(string token)
    {
        foreach (var path in new[] { "/me", "/clock" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            (await api.Anonymous.Exchange(request)).ShouldRefuse(401, "access.unauthenticated");
        }
    }

    [EveryEngineTheory]
    [InlineData("emperor", "320706")]
    [InlineData("", "320706")]
    [InlineData("auditor", "")]
    [InlineData("auditor", "32070")]
    public async Task A_token_without_a_known_role_or_division_opens_nothing(string role, string division)
    {
        var issuer = (Api.Authentication.DemonstrationIssuer)api.Services.GetService(typeof(Api.Authentication.DemonstrationIssuer))!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Tokens.Raw(issuer, "somebody", role, division));
        (await api.Anonymous.Exchange(request)).ShouldRefuse(403, "access.forbidden");
    }

    [EveryEngine]
    public async Task Who_enters_and_investigates_never_decides_and_who_audits_changes_nothing()
    {
        Permission[] deciding =
        [
            Permission.GiveInitialReview, Permission.ProposeApproval, Permission.Decide, Permission.ConcludeReview, Permission.RequestPayment, Permission.ApprovePayment,
            Permission.TransferMoney,
        ];
        foreach (var role in new[] { Roles.VillageAssistant, Roles.PurchasedServiceWorker, Roles.Applicant })
            Roles.Find(role)!.Permissions.Should().NotIntersectWith(deciding, role);
        Roles.Find(Roles.Administrator)!.Permissions.Should().NotContain([Permission.ReadHouseholds, Permission.ReadCases, Permission.ReadReviews, Permission.RevealNumbers]);
        foreach (var chain in new[] { (Permission.AssessMeans, Permission.GiveInitialReview), (Permission.GiveInitialReview, Permission.Decide), (Permission.RequestPayment, Permission.ApprovePayment), (Permission.ApprovePayment, Permission.TransferMoney), (Permission.RecordFindings, Permission.ConcludeReview) })
            Roles.All.Should().NotContain(r => r.Permissions.Contains(chain.Item1) && r.Permissions.Contains(chain.Item2), "{0} and {1} are two people's work", chain.Item1, chain.Item2);
        foreach (var role in new[] { Roles.Auditor, Roles.Supervisor, Roles.ProvincialSystem })
        {
            foreach (var operation in (await Operation.All(api)).Where(o => o.Changes && o.Permission != nameof(Permission.Public)))
                (await Knock(api.As(role), operation)).ShouldRefuse(403, "access.forbidden");
        }
    }

    private static Task<Answer> Knock(HttpClient client, Operation operation) => client.Say(
        new HttpMethod(operation.Method), operation.Filled(Nobody),
        operation.Method == "GET" ? null : new StringContent("\"garbage\"", System.Text.Encoding.UTF8, "application/json"));
}
