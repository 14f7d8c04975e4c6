using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Reference;

/// <summary>Enters a division that was founded or renamed.</summary>
internal sealed record EnterDivision(DivisionCode Code, string Name, LocalDate ValidFrom, bool PartsListed) : ICommand<DivisionView>
{
    /// <summary>A division.</summary>
    /// <param name="Code" example="320706023">2, 4, 6, 9 or 12 digits, within the caller's division.</param>
    /// <param name="Name" example="云龙街道">Name, 1 to 50 characters.</param>
    /// <param name="ValidFrom" example="2026-01-01">First day.</param>
    /// <param name="PartsListed">True when all that lies in it will be listed too: an unlisted part is refused then.</param>
    internal sealed record Body(DivisionCode Code, string Name, LocalDate ValidFrom, bool PartsListed = false);

    internal sealed class Validator : AbstractValidator<EnterDivision>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Must(c => c.Digits > 0).WithMessage("请填写区划代码|Give the code of the division");
            RuleFor(c => c.Name).Plain(50).WithMessage("名称须为 1 至 50 个字符|A name has 1 to 50 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<EnterDivision, DivisionView>
    {
        public async Task<Result<DivisionView>> Handle(EnterDivision request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Code)) return PlumbingProblems.OutsideDivision.Plain();
            var standing = await db.Divisions.AsNoTracking()
                .Where(d => d.Code == request.Code && (d.ValidTo == null || d.ValidTo > request.ValidFrom)).OrderBy(d => d.ValidFrom).FirstOrDefaultAsync(cancellationToken);
            if (standing is not null)
                return HouseholdErrors.DivisionStands.Because(
                    $"{standing.Code} {standing.Name} 自 {standing.ValidFrom:uuuu-MM-dd} 起有效,请先登记其撤销日期。", $"{standing.Code} stands from {standing.ValidFrom:uuuu-MM-dd} on: end it first.");
            var division = new ListedDivision { Code = request.Code, Name = request.Name.Trim(), ValidFrom = request.ValidFrom, PartsListed = request.PartsListed };
            db.Add(division);
            return DivisionView.Of(division);
        }
    }

    /// <summary>Enters a division.</summary>
    /// <remarks>Codes by GB/T 2260 and the statistics bureau's list. A renamed division is ended and entered again under its new name.</remarks>
    internal static Task<Results<Created<DivisionView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EnterDivision(body.Code, body.Name, body.ValidFrom, body.PartsListed), cancellation).Created(d => $"/api/v1/reference/divisions?parent={d.Code}");
}
