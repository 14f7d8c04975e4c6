using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Reference;

/// <summary>Ends a division that was merged into another, or renamed.</summary>
internal sealed record EndDivision(DivisionCode Code, LocalDate ValidTo) : ICommand<DivisionView>
{
    /// <summary>An end.</summary>
    /// <param name="ValidTo" example="2014-05-07">First day on which it is no longer a division.</param>
    internal sealed record Body(LocalDate ValidTo);

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<EndDivision, DivisionView>
    {
        public async Task<Result<DivisionView>> Handle(EndDivision request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Code)) return PlumbingProblems.OutsideDivision.Plain();
            var standing = await db.Divisions.FirstOrDefaultAsync(d => d.Code == request.Code && d.ValidTo == null && d.ValidFrom < request.ValidTo, cancellationToken);
            if (standing is null)
                return HouseholdErrors.DivisionUnknown.Because(
                    $"{request.Code} 在 {request.ValidTo:uuuu-MM-dd} 之前没有尚未撤销的登记。", $"{request.Code} has no open entry that began before {request.ValidTo:uuuu-MM-dd}.");
            standing.End(request.ValidTo);
            return DivisionView.Of(standing);
        }
    }

    /// <summary>Ends a division.</summary>
    /// <remarks>Households registered in it stay where they are; new ones are refused from that day on.</remarks>
    /// <param name="code" example="320706023">The division.</param>
    /// <param name="body"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<DivisionView>, ProblemHttpResult>> Endpoint(DivisionCode code, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndDivision(code, body.ValidTo), cancellation).Ok();
}
