using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>A live case of an old register, one line of the upload.</summary>
/// <param name="Household">The household.</param>
/// <param name="Scheme">Urban or rural dibao.</param>
/// <param name="MonthlyFen" example="52000">Benefit of the household, fen per month.</param>
/// <param name="FirstMonth" example="2012-01">First month this register pays.</param>
/// <param name="LastReviewedOn" example="2011-06-20">When it was last reviewed.</param>
/// <param name="ReviewEvery" example="12">Months between reviews: 1, 3, 6 or 12.</param>
internal sealed record LiveCaseBody(HouseholdBody Household, Scheme Scheme, long MonthlyFen, Month FirstMonth, LocalDate LastReviewedOn, int ReviewEvery)
{
    internal sealed class Validator : AbstractValidator<LiveCaseBody>
    {
        public Validator()
        {
            RuleFor(c => c.Household).SetValidator(new HouseholdBody.Validator());
            RuleFor(c => c.Scheme).IsInEnum();
            RuleFor(c => c.MonthlyFen).InclusiveBetween(1, 100_000_000).WithMessage("月保障金须在 1 至 100000000 分之间|The monthly benefit lies between 1 and 100000000 fen");
            RuleFor(c => c.ReviewEvery).Must(m => m is 1 or 3 or 6 or 12).WithMessage("复核周期须为 1、3、6 或 12 个月|Reviews come every 1, 3, 6 or 12 months");
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

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<TakeOverCases, TakeoverView>
    {
        private static readonly LiveCaseBody.Validator Shape = new();
        private readonly List<RejectedCase> rejected = [];
        private readonly List<TakenOverLine> known = [];
        private readonly List<(LiveCaseBody Case, Household Household, IReadOnlyList<Person> Persons, int Line)> good = [];

        public async Task<Result<TakeoverView>> Handle(TakeOverCases request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            rejected.Clear();
            known.Clear();
            good.Clear();
            var takeover = await db.Takeovers.FirstOrDefaultAsync(t => t.Id == request.Takeover, cancellationToken);
            if (takeover is null)
            {
                takeover = new Takeover { Id = request.Takeover, Division = request.County, StartedAt = today.Now };
                db.Add(takeover);
            }

            var hashes = request.Lines.Select(l => sealing.Hash("takeover-line", l)).ToList();
            var before = (await db.Set<TakenOverLine>().Where(l => l.County == request.County && hashes.Contains(l.Line)).Select(l => l.Line).ToListAsync(cancellationToken))
                .Select(Convert.ToHexString).ToHashSet();
            var repeated = 0;
            for (var i = 0; i < request.Lines.Count; i++)
            {
                if (request.Lines[i].Length == 0) continue; // counted, so that a reason names the right line
                if (!before.Add(Convert.ToHexString(hashes[i]))) repeated++;
                else Read(request, i, hashes[i]);
            }
            await RefuseWrongPlaces(request, cancellationToken);
            await RefuseKnownPersons(request, cancellationToken);
            await Enter(request, cancellationToken);
            takeover.Count(good.Count, repeated, rejected.Count);
            if (request.Last) takeover.Finish(today.Now);
            return TakeoverView.Of(takeover);
        }

        private void Read(TakeOverCases request, int index, byte[] hash)
        {
            var line = request.FirstLine + index;
            LiveCaseBody? body;
            try
            {
                body = JsonSerializer.Deserialize<LiveCaseBody>(request.Lines[index], DibaoJson.Options);
            }
            catch (JsonException failure)
            {
                Reject(request, line, PlumbingProblems.InvalidRequest.Because($"第 {line} 行不是所要求的 JSON({failure.Path})。", $"Line {line} is not the JSON asked for ({failure.Path})."));
                return;
            }
            if (body is null)
            {
                Reject(request, line, PlumbingProblems.InvalidRequest.Because($"第 {line} 行没有内容。", $"Line {line} holds no case."));
                return;
            }
            if (Shape.Validate(body) is { IsValid: false } shape)
            {
                RejectShape(request, line, shape.Errors[0]);
                return;
            }
            if (body.Household.Division.County != request.County)
            {
                Reject(request, line, PlumbingProblems.OutsideDivision.Plain());
                return;
            }
            if (body.FirstMonth < today.Month || body.LastReviewedOn > today.Date)
            {
                Reject(request, line, HouseholdErrors.TakeoverDates.Because(
                    $"起发月 {body.FirstMonth} 不得早于本月 {today.Month},上次复核日 {body.LastReviewedOn:uuuu-MM-dd} 不得晚于今天。", $"The first month {body.FirstMonth} must not lie before {today.Month}, nor the last review {body.LastReviewedOn:uuuu-MM-dd} after today."));
                return;
            }
            var made = body.Household.Make(null, sealing, today.Date, today.Now, aloud: false);
            if (made.Refused)
            {
                Reject(request, line, made.Error);
                return;
            }
            good.Add((body, made.Value.Household, made.Value.Persons, line));
            known.Add(new TakenOverLine { County = request.County, Line = hash });
        }

        private void RejectShape(TakeOverCases request, int line, FluentValidation.Results.ValidationFailure wrong)
        {
            var parts = wrong.ErrorMessage.Split('|', 2);
            Reject(request, line, PlumbingProblems.InvalidRequest.Because($"{wrong.PropertyName}:{parts[0]}", $"{wrong.PropertyName}: {parts[^1]}"));
        }

        private void Reject(TakeOverCases request, int line, Error error) => rejected.Add(new RejectedCase
        {
            Takeover = request.Takeover,
            Line = line,
            Code = error.Type.Code,
            ReasonZh = Short(error.DetailZh),
            ReasonEn = Short(error.DetailEn),
        });

        private static string Short(string text) => text.Length <= 400 ? text : text[..400];

        private async Task RefuseWrongPlaces(TakeOverCases request, CancellationToken cancellation)
        {
            var listed = await db.Listed(good.SelectMany(g => g.Case.Household.Places()).Distinct(), cancellation);
            for (var i = good.Count - 1; i >= 0; i--)
            {
                if (good[i].Case.Household.Places().Select(p => KnownPlace.Wrong(p, today.Date, listed)).FirstOrDefault(wrong => wrong is not null) is not { } wrong) continue;
                Reject(request, good[i].Line, wrong);
                good.RemoveAt(i);
                known.RemoveAt(i);
            }
        }

        private async Task RefuseKnownPersons(TakeOverCases request, CancellationToken cancellation)
        {
            var taken = new HashSet<string>();
            foreach (var chunk in good.SelectMany(g => g.Persons).Select(p => p.IdNumberHash).Chunk(500))
            {
                var found = await db.Persons.Where(p => chunk.Contains(p.IdNumberHash)).Select(p => p.IdNumberHash).ToListAsync(cancellation);
                taken.UnionWith(found.Select(Convert.ToHexString));
            }
            for (var i = good.Count - 1; i >= 0; i--)
            {
                if (!good[i].Persons.Any(p => taken.Contains(Convert.ToHexString(p.IdNumberHash)))) continue;
                Reject(request, good[i].Line, HouseholdErrors.PersonElsewhere.Plain());
                good.RemoveAt(i);
                known.RemoveAt(i);
            }
            var seen = new HashSet<string>();
            for (var i = 0; i < good.Count; i++)
            {
                if (good[i].Persons.All(p => seen.Add(Convert.ToHexString(p.IdNumberHash)))) continue;
                Reject(request, good[i].Line, HouseholdErrors.SamePersonTwice.Plain());
                good.RemoveAt(i);
                known.RemoveAt(i--);
            }
        }

        private async Task Enter(TakeOverCases request, CancellationToken cancellation)
        {
            if (good.Count > 0)
            {
                var year = today.Date.Year;
                var number = await db.TakeNumbers($"file:{request.County}:{year}", good.Count, cancellation) - good.Count;
                foreach (var (_, household, _, _) in good) household.Numbered(FileNumber.Of(request.County, year, ++number));
                var households = good.ConvertAll(g => g.Household);
                await db.WriteMany(households, cancellation);
                await db.WriteMany(households.SelectMany(h => h.Members), cancellation);
                await db.WriteMany(households.SelectMany(h => h.Income), cancellation);
                await db.WriteMany(households.SelectMany(h => h.Assets), cancellation);
                await db.WriteMany(households.SelectMany(h => h.Payees), cancellation);
                await db.WriteMany(good.SelectMany(g => g.Persons), cancellation);
                await db.WriteMany(known, cancellation);
                await db.FileRelatives(request.County, households, today, cancellation);
                db.Say(new HouseholdsTakenOver(request.Takeover, request.County, today.Date, good.ConvertAll(g => Fact(g.Case, g.Household))));
            }
            await db.WriteMany(rejected, cancellation);
        }

        private static TakenOverHousehold Fact(LiveCaseBody body, Household household) => new(
            household.Id, household.Division, body.Scheme, household.Members.First(m => m.Relationship == Relationship.Head).Person,
            [.. household.Members.Select(m => m.Person)], body.MonthlyFen, body.FirstMonth, body.LastReviewedOn, body.ReviewEvery);
    }

    /// <summary>Takes over the live cases of a county from its old register.</summary>
    /// <remarks>
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
