using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Households.Domain;
using Dibao.Households.Features.Imports;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>A household of an old register and its live case, one line of the upload. Of a household that draws nothing there is no case: scheme, monthlyFen, firstMonth, lastReviewedOn and reviewEvery are all left out.</summary>
/// <param name="Household">The household.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="MonthlyFen" example="52000">Benefit of the household, fen per month, 1 to 100000000.</param>
/// <param name="FirstMonth" example="2012-01">First month this register pays.</param>
/// <param name="LastReviewedOn" example="2011-06-20">When it was last reviewed.</param>
/// <param name="ReviewEvery" example="12">Months between reviews: 1, 3, 6 or 12.</param>
/// <param name="Uplifts">What of the benefit is category uplift, by member (57 Art 27; Law Art 20); left out when none is.</param>
internal sealed record LiveCaseBody(
    HouseholdBody Household, Scheme? Scheme = null, long? MonthlyFen = null, Month? FirstMonth = null, LocalDate? LastReviewedOn = null, int? ReviewEvery = null,
    IReadOnlyList<LiveCaseUplift>? Uplifts = null)
{
    public const long MostFen = 100_000_000;

    /// <summary>The case; null when the household draws nothing.</summary>
    public LiveCase? Live() => this is { Scheme: { } scheme, MonthlyFen: { } fen, FirstMonth: { } first, LastReviewedOn: { } reviewed, ReviewEvery: { } every }
        ? new(scheme, fen, first, reviewed, every)
        : null;

    /// <summary>The case of a line of JSON.</summary>
    public static Result<LiveCaseBody> Read(string text, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<LiveCaseBody>(text, DibaoJson.Options) is { } body
                ? body
                : PlumbingProblems.InvalidRequest.Because($"第 {line} 行没有内容。", $"Line {line} holds no case.");
        }
        catch (JsonException failure)
        {
            return PlumbingProblems.InvalidRequest.Because($"第 {line} 行不是所要求的 JSON({failure.Path})。", $"Line {line} is not the JSON asked for ({failure.Path}).");
        }
    }

    internal sealed class Validator : AbstractValidator<LiveCaseBody>
    {
        public Validator()
        {
            RuleFor(c => c.Household).SetValidator(new HouseholdBody.Validator());
            RuleFor(c => c.Scheme).Must((c, _) => c.Live() is not null || c is { Scheme: null, MonthlyFen: null, FirstMonth: null, LastReviewedOn: null, ReviewEvery: null })
                .WithMessage("保障类别、月保障金、起发月份、最近复核日期、复核周期须同时填写;不在保的家庭全部留空|Scheme, monthly benefit, first month, last review and months between reviews stand together; a household that draws nothing has none of them");
            RuleFor(c => c.Scheme).IsInEnum();
            RuleFor(c => c.MonthlyFen).InclusiveBetween(1, MostFen).WithMessage("月保障金须在 1 至 100000000 分之间|The monthly benefit lies between 1 and 100000000 fen");
            RuleFor(c => c.ReviewEvery).Must(m => m is null or 1 or 3 or 6 or 12).WithMessage("复核周期须为 1、3、6 或 12 个月|Reviews come every 1, 3, 6 or 12 months");
            RuleForEach(c => c.Uplifts).SetValidator(new LiveCaseUplift.Validator());
            RuleFor(c => c.Uplifts).Must(u => u is null || u.DistinctBy(x => ResidentIdNumber.TryParse(x.IdNumber, out var number) ? number.Value : x.IdNumber).Count() == u.Count)
                .WithMessage("每名成员的分类施保金额只能填报一次|Each member has one uplift");
            RuleFor(c => c.Uplifts).Must((c, u) => u is null || u.Sum(x => Math.Clamp(x.Fen, 0, MostFen)) <= (c.MonthlyFen ?? 0))
                .WithMessage("分类施保金额合计不得超过月保障金|The uplifts are part of the monthly benefit and do not exceed it");
        }
    }
}

/// <summary>What a household draws by an old register.</summary>
internal sealed record LiveCase(Scheme Scheme, long MonthlyFen, Month FirstMonth, LocalDate LastReviewedOn, int ReviewEvery);

/// <summary>Category uplift of one member, part of the benefit of his household.</summary>
/// <param name="IdNumber" example="11010519491231002X">Citizen number of the member.</param>
/// <param name="Fen" example="10400">Fen per month.</param>
internal sealed record LiveCaseUplift(string IdNumber, long Fen)
{
    internal sealed class Validator : AbstractValidator<LiveCaseUplift>
    {
        public Validator()
        {
            RuleFor(u => u.IdNumber).CitizenNumber().WithMessage("分类施保人员的公民身份号码不正确|The citizen number of an uplift is not valid");
            RuleFor(u => u.Fen).InclusiveBetween(1, LiveCaseBody.MostFen).WithMessage("分类施保金额须在 1 至 100000000 分之间|An uplift lies between 1 and 100000000 fen");
        }
    }
}

/// <summary>Enters a batch of live cases: good lines in, bad lines back with their reasons, known lines passed over.</summary>
internal sealed record TakeOverCases(Guid Takeover, DivisionCode County, int FirstLine, IReadOnlyList<string> Lines, bool Last) : ICommand<TakeoverView>, IConcern
{
    public const long UploadLimit = 2_000_000_000;
    public const string MediaType = "application/x-ndjson";
    private const int BatchSize = 500;
    private const int LongestLine = 100_000;

    Guid IConcern.Concern => Takeover;

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing, IMediator mediator) : ICommandHandler<TakeOverCases, TakeoverView>
    {
        public async Task<Result<TakeoverView>> Handle(TakeOverCases request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            var takeover = await db.Takeovers.FirstOrDefaultAsync(t => t.Id == request.Takeover, cancellationToken);
            if (takeover is null)
            {
                takeover = new Takeover { Id = request.Takeover, Division = request.County, StartedAt = today.Now };
                db.Add(takeover);
            }

            var enter = new EnterCases(db, today, sealing, mediator, request.Takeover, request.County);
            await enter.Take(
                request.Lines.Select((text, i) => new WrittenCase(request.FirstLine + i, text, () => LiveCaseBody.Read(text, request.FirstLine + i))).Where(c => c.Text is not ""),
                cancellationToken); // blank lines are counted, so that a reason names the right line
            await enter.Enter(cancellationToken);
            await db.WriteMany(enter.Refused.Select(r => Rejected(request.Takeover, r)), cancellationToken);
            takeover.Count(enter.Entered, enter.Repeated, enter.Refused.Count);
            if (request.Last) takeover.Finish(today.Now);
            return TakeoverView.Of(takeover);
        }

        private static RejectedCase Rejected(Guid takeover, RefusedCase refused) => new()
        {
            Takeover = takeover,
            Line = refused.Line,
            Code = refused.Why.Type.Code,
            ReasonZh = RejectedCase.Short(refused.Why.DetailZh),
            ReasonEn = RejectedCase.Short(refused.Why.DetailEn),
        };
    }

    /// <summary>Takes over the live cases of a county from its old register.</summary>
    /// <remarks>
    /// For systems that send lines and wait for the answer; clerks and spreadsheets use POST /imports, which answers at once and works in the background.
    /// The body is NDJSON, one case a line, streamed; each line is a <c>LiveCaseBody</c>. Good lines are entered, bad ones are given back with
    /// their reasons, and a line that was entered before changes nothing: an upload that was cut off is simply sent again.
    /// </remarks>
    /// <param name="county" example="320706">The county, 6 digits.</param>
    /// <param name="request"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static async Task<Results<Created<TakeoverView>, ProblemHttpResult>> Endpoint(
        DivisionCode county, Microsoft.AspNetCore.Http.HttpRequest request, IMediator mediator, CancellationToken cancellation)
    {
        if (county.Digits != 6) return PlumbingProblems.InvalidRequest.Because("county 须为 6 位县级代码。", "county takes six digits.").Answer();
        if (request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) != true)
            return PlumbingProblems.MediaType.Because($"请以 {MediaType} 上传。", $"Send {MediaType}.").Answer();

        var takeover = Guid.CreateVersion7();
        var lines = new List<string>(BatchSize);
        var first = 1;
        try
        {
            await foreach (var line in request.BodyReader.ReadLines(LongestLine, cancellation))
            {
                lines.Add(line);
                if (lines.Count < BatchSize) continue;
                var entered = await mediator.Send(new TakeOverCases(takeover, county, first, lines, Last: false), cancellation);
                if (entered.Refused) return entered.Error.Answer();
                first += lines.Count;
                lines = new List<string>(BatchSize);
            }
        }
        catch (UploadRefused refused)
        {
            return PlumbingProblems.InvalidRequest.Because(refused.Zh, refused.Message).Answer();
        }
        if (first == 1 && lines.Count == 0) return PlumbingProblems.InvalidRequest.Because("文件没有内容。", "The file is empty.").Answer();
        return await mediator.Send(new TakeOverCases(takeover, county, first, lines, Last: true), cancellation).Created(t => $"/api/v1/takeovers/{t.Id}");
    }
}
