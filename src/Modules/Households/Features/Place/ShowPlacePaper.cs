using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Domain.Place;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Place;

/// <summary>Brings a scan from the asked place onto the file of the household it was asked about.</summary>
internal sealed record ShowPlacePaper(Guid Request, string Kind, PaperMedia Media, byte[] Content, string? Issuer, LocalDate? IssuedOn) : ICommand<PlaceRequestView>, IConcern
{
    Guid IConcern.Concern => Request;

    internal sealed class Validator : AbstractValidator<ShowPlacePaper>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(PaperShapes.IsKind).WithMessage(PaperShapes.KindMessage);
            RuleFor(c => c.Issuer).Must(i => i is null || (ShapeRules.IsPlain(i, 100) && FalseIssuer.Plain(i).Length > 0)).WithMessage("出具单位或者人员须为 1 至 100 个可见字符|An issuer has 1 to 100 visible characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<ShowPlacePaper, PlaceRequestView>
    {
        public async Task<Result<PlaceRequestView>> Handle(ShowPlacePaper request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.PlaceRequests.FirstOrDefaultAsync(r => r.Id == request.Request, cancellationToken), "协助请求", "request");
            if (found.Refused) return found.Error;
            var asked = found.Value;
            await db.Households.IgnoreQueryFilters().Where(h => h.Id == asked.Household).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), cancellationToken);
            var household = (await db.HouseholdAskedAbout(asked.Household, cancellationToken))!;
            var filed = Paper.File(household, new(request.Kind, request.Media, request.Content, request.Issuer?.Trim(), request.IssuedOn, null), db.Caller.Subject, today.Date, today.Now);
            if (filed.Refused) return filed.Error;
            var (papers, paper) = (db.Papers.IgnoreQueryFilters().AsNoTracking().Where(p => p.Household == asked.Household), filed.Value);
            var same = await papers.Where(p => p.Hash == paper.Hash).OrderBy(p => p.Id).ToListAsync(cancellationToken);
            var before = same.Find(p => p.IsAgain(paper));
            var shown = asked.Show(before?.Id ?? paper.Id, db.Caller.Division);
            if (shown.Refused) return shown.Error;
            if (before is null)
            {
                if (await papers.CountAsync(cancellationToken) >= Paper.MostPapers)
                    return PaperErrors.TooMany.Because($"每户材料不超过 {Paper.MostPapers} 份。", $"A household has at most {Paper.MostPapers} papers.");
                if (same.Count == 0) db.Add(new PaperContent { Household = paper.Household, Hash = paper.Hash, Sealed = sealing.Seal(PaperContent.SealColumn, request.Content) });
                db.Add(paper);
            }
            return PlaceRequestView.Of(asked, today.Date, asked.Version + 1);
        }
    }

    /// <summary>Files a scan with the answer to another place.</summary>
    /// <remarks>57 Art 5. By the place that was asked, before it answers. The scan goes onto the household's file, which the asked place does not see otherwise; the latest one is named with the request.</remarks>
    /// <param name="id">The request.</param>
    /// <param name="kind" example="residenceProof">Code of the checklist, GET /paper-checklist.</param>
    /// <param name="issuer" example="某社区居民委员会">Who issued it, 1 to 100 characters; needed for what others issue.</param>
    /// <param name="issuedOn" example="2024-03-01">When it was issued; not after today.</param>
    /// <param name="request"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static async Task<Results<Ok<PlaceRequestView>, ProblemHttpResult>> Endpoint(
        Guid id, string kind, string? issuer, QueryDate? issuedOn, HttpRequest request, IMediator mediator, CancellationToken cancellation)
    {
        if (PaperMedias.Named(request.ContentType) is not { } media)
            return PlumbingProblems.MediaType.Because($"请上传 {string.Join('、', PaperMedias.MediaTypes)}。", $"Send one of {string.Join(", ", PaperMedias.MediaTypes)}.").Answer();
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellation); // the route's limit ends it
        return await mediator.Send(new ShowPlacePaper(id, kind, media, content.ToArray(), issuer, issuedOn), cancellation).Ok();
    }
}
