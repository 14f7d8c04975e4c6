using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Answers the information check; what is verified of a kind takes the place of what was declared of it.</summary>
internal sealed record AnswerCheck(
    ApplicationId Application, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, IReadOnlyList<string> Sources)
    : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>The answer of the check centre.</summary>
    /// <param name="Income">Verified income, fen per year; each kind at most once; empty when the declared income stands.</param>
    /// <param name="Assets">Verified assets, fen; each kind at most once; empty when the declared assets stand.</param>
    /// <param name="Sources">Codes of the registers asked: <c>tax</c>, <c>socialInsurance</c>, <c>bank</c> …; 1 to 20 codes of at most 40 characters.</param>
    internal sealed record Body(IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets, IReadOnlyList<string> Sources);

    internal sealed class Validator : AbstractValidator<AnswerCheck>
    {
        private const int MaxSources = 20;
        private const int MaxCode = 40;

        public Validator()
        {
            RuleFor(c => c.Income).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(c => c.Assets).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(c => c.Sources).Must(s => s.Count is >= 1 and <= MaxSources && s.All(IsCode))
                .WithMessage("来源须为 1 至 20 个代码,每个 1 至 40 个字母、数字或连字符|Sources are 1 to 20 codes of 1 to 40 letters, digits, hyphens");
        }

        private static bool IsCode(string code) => code is { Length: >= 1 and <= MaxCode } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<AnswerCheck, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(AnswerCheck request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var answered = found.Value.AnswerCheck(request.Income, request.Assets, request.Sources, today.Date, db.Caller.Subject);
            return answered.Refused ? answered.Error : ApplicationView.Changed(found.Value);
        }
    }

    /// <summary>Answers the information check.</summary>
    /// <remarks>57 Art 17 and 18; Law Art 41 and 42. By the check centre, never by who asked.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AnswerCheck(new ApplicationId(id), body.Income, body.Assets, body.Sources), cancellation).Ok();
}
