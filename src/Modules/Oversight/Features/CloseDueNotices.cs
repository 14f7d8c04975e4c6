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

/// <summary>Closes every notice whose last day has fully passed and whose objections are all answered. It runs daily.</summary>
internal sealed record CloseDueNotices(LocalDate Day) : ICommand<Done>
{
    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<CloseDueNotices, Done>
    {
        public async Task<Result<Done>> Handle(CloseDueNotices request, CancellationToken cancellationToken)
        {
            var due = await db.Notices.Where(n => n.Status == NoticeStatus.Open && n.ClosesOn < request.Day && n.Pending == 0)
                .OrderBy(n => n.Id).ToListAsync(cancellationToken);
            foreach (var notice in due)
            {
                if (notice.Close(request.Day) is { Refused: true } closed) return closed.Error;
            }
            return Done.It;
        }
    }
}
