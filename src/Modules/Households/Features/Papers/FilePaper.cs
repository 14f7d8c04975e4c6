using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Files a scanned paper with a household. The same content of the same kind and member is filed once and answered the same.</summary>
internal sealed record FilePaper(
    HouseholdId Household, string Kind, PaperMedia Media, byte[] Content, string? Issuer, LocalDate? IssuedOn, PersonId? Person) : ICommand<PaperView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    internal sealed class Validator : AbstractValidator<FilePaper>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(PaperShapes.IsKind).WithMessage(PaperShapes.KindMessage);
            RuleFor(c => c.Issuer).Must(i => i is null || (ShapeRules.IsPlain(i, 100) && FalseIssuer.Plain(i).Length > 0)).WithMessage("出具单位或者人员须为 1 至 100 个可见字符|An issuer has 1 to 100 visible characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<FilePaper, PaperView>
    {
        public async Task<Result<PaperView>> Handle(FilePaper request, CancellationToken cancellationToken)
        {
            // The papers of a household are filed one after the other: the same content twice at once is still filed once.
            if (await db.Households.Where(h => h.Id == request.Household).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), cancellationToken) == 0)
                return PaperShapes.NoHousehold();
            var household = (await db.HouseholdToRead(request.Household, cancellationToken))!;
            var filed = Paper.File(
                household, new(request.Kind, request.Media, request.Content, request.Issuer?.Trim(), request.IssuedOn, request.Person), db.Caller.Subject, today.Date, today.Now);
            if (filed.Refused) return filed.Error;
            var paper = filed.Value;
            var entries = await db.EntriesAgainst([paper], household.Division, cancellationToken);
            var same = await db.Papers.AsNoTracking().Where(p => p.Household == paper.Household && p.Hash == paper.Hash).OrderBy(p => p.Id).ToListAsync(cancellationToken);
            if (same.Find(p => p.IsAgain(paper)) is { } before)
                return PaperView.Of(before, await db.EntriesAgainst([before], household.Division, cancellationToken), before.Version);
            if (await db.Papers.CountAsync(p => p.Household == paper.Household, cancellationToken) >= Paper.MostPapers)
                return PaperErrors.TooMany.Because($"每户材料不超过 {Paper.MostPapers} 份。", $"A household has at most {Paper.MostPapers} papers.");
            if (same.Count == 0)
                db.Add(new PaperContent { Household = paper.Household, Hash = paper.Hash, Sealed = sealing.Seal(PaperContent.SealColumn, request.Content) });
            db.Add(paper);
            return PaperView.Of(paper, entries, paper.Version + 1);
        }
    }

    /// <summary>Files a paper.</summary>
    /// <remarks>
    /// 57 Art 9(1). The body is the file: PDF, JPEG, PNG or TIFF, at most 10 MB, and what its Content-Type says. It is kept encrypted under its
    /// SHA-256; sent again it is answered the same.
    /// </remarks>
    /// <param name="id">The household.</param>
    /// <param name="kind" example="disabilityCard">Code of the checklist, GET /paper-checklist.</param>
    /// <param name="issuer" example="海州区残疾人联合会">Who issued it, 1 to 100 characters; needed for what others issue (F146).</param>
    /// <param name="issuedOn" example="2012-03-01">When it was issued; not after today.</param>
    /// <param name="person" example="01980000-0000-7000-8000-000000000001">The member whom it concerns; left out when it concerns the household.</param>
    /// <param name="request"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static async Task<Results<Created<PaperView>, ProblemHttpResult>> Endpoint(
        Guid id, string kind, string? issuer, QueryDate? issuedOn, Guid? person, HttpRequest request, IMediator mediator, CancellationToken cancellation)
    {
        if (PaperMedias.Named(request.ContentType) is not { } media)
            return PlumbingProblems.MediaType.Because($"请上传 {string.Join('、', PaperMedias.MediaTypes)}。", $"Send one of {string.Join(", ", PaperMedias.MediaTypes)}.").Answer();
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellation); // the route's limit ends it
        return await mediator.Send(new FilePaper(new(id), kind, media, content.ToArray(), issuer, issuedOn, person is { } p ? new PersonId(p) : null), cancellation)
            .Created(p => $"/api/v1/households/{p.Household.Value}/papers/{p.Id}/content");
    }
}
