using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Eligibility.Domain;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Works a determination out again from what it says of itself.</summary>
internal sealed record ReplayDetermination(ApplicationId Application) : IQuery<ReplayView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<ReplayDetermination, ReplayView>
    {
        public async Task<Result<ReplayView>> Handle(ReplayDetermination request, CancellationToken cancellationToken)
        {
            if (await db.CurrentDetermination(request.Application, cancellationToken) is not { } stored) return Kept.NotFound;
            var replayed = MeansTest.Replay(Kept.Read(stored));
            if (replayed.Refused) return replayed.Error;
            var hash = CanonicalJson.Hash(CanonicalJson.Write(replayed.Value));
            var untouched = CanonicalJson.Hash(stored.Text) == stored.Hash;
            return new ReplayView(untouched && hash == stored.Hash, stored.Hash, hash);
        }
    }

    /// <summary>Replays the determination of an application.</summary>
    /// <remarks>Recomputed from the stored figures and policies alone; equal means the text is unaltered and leads to the same outcome.</remarks>
    internal static Task<Results<Ok<ReplayView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReplayDetermination(new ApplicationId(id)), cancellation).Ok();
}

/// <summary>What a replay found.</summary>
/// <param name="Equal">Whether the stored text is unaltered and leads to the same outcome.</param>
/// <param name="Hash">Hash as kept.</param>
/// <param name="ReplayedHash">Hash of the outcome worked out again.</param>
internal sealed record ReplayView(bool Equal, string Hash, string ReplayedHash);
