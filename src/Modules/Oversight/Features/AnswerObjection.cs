using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Contracts.ReviewCycle;
using Dibao.Oversight.Domain;
using Dibao.Oversight.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight.Features;

/// <summary>Answers an objection with reasons. The last answer after the notice's days closes the notice.</summary>
internal sealed record AnswerObjection(Guid Objection, bool Upheld, string Reasons) : ICommand<ObjectionView>, IConcern
{
    Guid IConcern.Concern => Objection;

    /// <summary>An answer.</summary>
    /// <param name="Upheld" example="false">Whether the objection is well founded.</param>
    /// <param name="Reasons" example="the wage was counted in the means test">Why, 10 to 1000 characters.</param>
    internal sealed record Body(bool Upheld, string Reasons);

    internal sealed class Validator : AbstractValidator<AnswerObjection>
    {
        public Validator() => RuleFor(c => c.Reasons).Text(10, 1000).WithMessage("理由须为 10 至 1000 个字符|Reasons have 10 to 1000 characters");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<AnswerObjection, ObjectionView>
    {
        public async Task<Result<ObjectionView>> Handle(AnswerObjection request, CancellationToken cancellationToken)
        {
            var id = request.Objection;
            var load = db.Notices.Include(n => n.Objections.Where(o => o.Id == id)).FirstOrDefaultAsync(n => n.Objections.Any(o => o.Id == id), cancellationToken);
            var found = await db.Seen(load, "异议", "objection");
            if (found.Refused) return found.Error;
            var answered = found.Value.Answer(id, request.Upheld, request.Reasons.Trim(), db.Caller.Subject, today.Date);
            return answered.Refused ? answered.Error : ObjectionView.Of(answered.Value);
        }
    }

    /// <summary>Answers an objection.</summary>
    /// <remarks>57 Art 19: an objection that is upheld has the case investigated anew. If-Match takes the version of the notice.</remarks>
    internal static Task<Results<Ok<ObjectionView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AnswerObjection(id, body.Upheld, body.Reasons), cancellation).Ok();
}
