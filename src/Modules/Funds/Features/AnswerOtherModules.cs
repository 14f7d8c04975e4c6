using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Persistence;

namespace Dibao.Funds.Features;

/// <summary>The special account over a period, for reports and the public; asked by other modules, not over HTTP.</summary>
internal sealed class AnswerFundFigures(DibaoDbContext db) : IQueryHandler<GetFundFigures, FundFigures>
{
    public async Task<Result<FundFigures>> Handle(GetFundFigures request, CancellationToken cancellationToken) =>
        await db.FundFigures(request.County, request.From, request.To, cancellationToken);
}
