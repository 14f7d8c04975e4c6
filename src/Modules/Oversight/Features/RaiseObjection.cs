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

/// <summary>Objects to a notice; anybody may, and nothing is kept of who did.</summary>
internal sealed record RaiseObjection(NoticeId Notice, ObjectionGround Ground, string Text) : ICommand<RaisedObjection>, IConcern
{
    Guid IConcern.Concern => Notice.Value;

    /// <summary>An objection.</summary>
    /// <param name="Ground" example="income">What it is about.</param>
    /// <param name="Text" example="one member works at the quarry">What is wrong, 1 to 1000 characters.</param>
    internal sealed record Body(ObjectionGround Ground, string Text);

    internal sealed class Validator : AbstractValidator<RaiseObjection>
    {
        public Validator()
        {
            RuleFor(c => c.Ground).IsInEnum();
            RuleFor(c => c.Text).Text(1, 1000).WithMessage("异议内容须为 1 至 1000 个字符|An objection has 1 to 1000 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RaiseObjection, RaisedObjection>
    {
        public async Task<Result<RaisedObjection>> Handle(RaiseObjection request, CancellationToken cancellationToken)
        {
            // Open to everybody: a token must not allow less than no token.
            var found = await db.Seen(db.Notices.IgnoreQueryFilters().FirstOrDefaultAsync(n => n.Id == request.Notice, cancellationToken), "公示", "notice");
            if (found.Refused) return found.Error;
            var raised = found.Value.Object(request.Ground, request.Text.Trim(), today.Date);
            return raised.Refused ? raised.Error : new RaisedObjection(raised.Value.Id, request.Notice, raised.Value.RaisedOn, raised.Value.Ground);
        }
    }

    /// <summary>Objects to a notice.</summary>
    /// <remarks>57 Art 19; 220 Art 25. No token is needed. Taken until the end of the notice's last day.</remarks>
    internal static Task<Results<Created<RaisedObjection>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RaiseObjection(new(id), body.Ground, body.Text), cancellation).Created(o => $"/api/v1/notices/{o.Notice.Value}");
}

/// <summary>The receipt of an objection.</summary>
/// <param name="Id">The objection.</param>
/// <param name="Notice">The notice objected to.</param>
/// <param name="RaisedOn">When it was raised.</param>
/// <param name="Ground">What it is about.</param>
internal sealed record RaisedObjection(Guid Id, NoticeId Notice, LocalDate RaisedOn, ObjectionGround Ground);
