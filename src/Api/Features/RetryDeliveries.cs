using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api.Features;

/// <summary>Has the stuck deliveries of a subscriber tried again, once what made them fail is mended.</summary>
internal sealed record RetryDeliveries(string Subscriber) : ICommand<RetriedDeliveries>
{
    /// <summary>Whose deliveries.</summary>
    /// <param name="Subscriber" example="funds.StartPaying">The subscriber, as <c>GET /deliveries</c> names it.</param>
    internal sealed record Body(string Subscriber);

    internal sealed class Handler(DibaoDbContext db, DibaoClock clock) : ICommandHandler<RetryDeliveries, RetriedDeliveries>
    {
        /// <summary>As failing ones that are due: what waits behind them is held back until they are done.</summary>
        public async Task<Result<RetriedDeliveries>> Handle(RetryDeliveries request, CancellationToken cancellationToken)
        {
            var now = clock.MachineTime;
            return new RetriedDeliveries(await db.Set<DeliveryRow>().Where(d => d.Subscriber == request.Subscriber && d.State == DeliveryState.Stuck).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, DeliveryState.Failing).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NotBefore, now), cancellationToken));
        }
    }

    /// <summary>Has stuck deliveries tried again.</summary>
    internal static Task<Results<Ok<RetriedDeliveries>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RetryDeliveries(body.Subscriber), cancellation).Ok();
}

/// <summary>How many are tried again.</summary>
internal sealed record RetriedDeliveries(int Count);
