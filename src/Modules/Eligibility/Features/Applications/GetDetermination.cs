using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>The determination of an application, as kept.</summary>
internal sealed record GetDetermination(ApplicationId Application) : IQuery<DeterminationView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetDetermination, DeterminationView>
    {
        public async Task<Result<DeterminationView>> Handle(GetDetermination request, CancellationToken cancellationToken)
        {
            if (await db.CurrentDetermination(request.Application, cancellationToken) is not { } stored) return Kept.NotFound;
            return new DeterminationView(request.Application, stored.Hash, Kept.Read(stored));
        }
    }

    /// <summary>Reads the determination of an application with its reasoning.</summary>
    internal static Task<Results<Ok<DeterminationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetDetermination(new ApplicationId(id)), cancellation).Ok();
}

/// <summary>A determination as kept.</summary>
/// <param name="Application">The application.</param>
/// <param name="Hash">SHA-256 of its canonical text, 64 hexadecimal digits.</param>
/// <param name="Determination">The outcome with its reasoning.</param>
internal sealed record DeterminationView(ApplicationId Application, string Hash, Determination Determination);

/// <summary>The determination that now stands.</summary>
internal static class Kept
{
    public static Error NotFound => PlumbingProblems.NotFound.Because(
        "没有该申请的认定结果,或不在您的管辖区域内。", "There is no determination of such an application in the division you serve.");

    extension(DibaoDbContext db)
    {
        /// <summary>Through the application, which is bounded by the caller's division.</summary>
        public async Task<StoredDetermination?> CurrentDetermination(ApplicationId application, CancellationToken cancellation)
        {
            var id = await db.Applications.Where(a => a.Id == application).Select(a => a.Determination).FirstOrDefaultAsync(cancellation);
            return id is null ? null : await db.Set<StoredDetermination>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        }
    }

    public static Determination Read(StoredDetermination stored) => JsonSerializer.Deserialize<Determination>(stored.Text, DibaoJson.Options)!;
}
