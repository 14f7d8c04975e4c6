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

/// <summary>An application as it stands.</summary>
internal sealed record GetApplication(ApplicationId Application) : IQuery<ApplicationView>
{
    internal sealed class Handler(DibaoDbContext db) : IQueryHandler<GetApplication, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(GetApplication request, CancellationToken cancellationToken)
        {
            var application = await db.Applications.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.Application, cancellationToken);
            return application is null
                ? PlumbingProblems.NotFound.Because("没有该申请,或不在您的管辖区域内。", "There is no such application in the division you serve.")
                : ApplicationView.Of(application);
        }
    }

    /// <summary>Reads an application.</summary>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetApplication(new ApplicationId(id)), cancellation).Ok();
}
