using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Archive;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Archive;

/// <summary>Enters a box, cabinet, room or library, and where it lies.</summary>
internal sealed record EnterContainer(ArchiveLevel Level, string Code, DivisionCode Division, Guid? Parent) : ICommand<ContainerView>
{
    /// <summary>A container.</summary>
    /// <param name="Level">box, cabinet, room or library; bags are entered by POST /households/{id}/archive.</param>
    /// <param name="Code" example="柜3-盒12">As written on it, 1 to 40 characters; once per place and level.</param>
    /// <param name="Division" example="320706001001">The village of a box, township of a cabinet, county of a room, city of a library: 12, 9, 6 or 4 digits.</param>
    /// <param name="Parent" example="01980000-0000-7000-8000-000000000001">The container of the next level in which it lies; may follow later.</param>
    internal sealed record Body(ArchiveLevel Level, string Code, DivisionCode Division, Guid? Parent = null);

    internal sealed class Validator : AbstractValidator<EnterContainer>
    {
        public Validator()
        {
            RuleFor(c => c.Level).IsInEnum();
            RuleFor(c => c.Code).Must(code => ShapeRules.IsPlain(code, 40)).WithMessage("编号须为 1 至 40 个可见字符|A code has 1 to 40 visible characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<EnterContainer, ContainerView>
    {
        public async Task<Result<ContainerView>> Handle(EnterContainer request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            var entered = ArchiveContainer.Enter(request.Level, request.Code.Trim(), request.Division, today.Date);
            if (entered.Refused) return entered.Error;
            var container = entered.Value;
            await db.TakeNumbers($"archive:{container.Division}", 0, cancellationToken); // two who enter one code come after each other
            if (await db.ArchiveContainers.AnyAsync(c => c.Division == container.Division && c.Level == container.Level && c.Code == container.Code, cancellationToken))
                return ArchiveErrors.ContainerTwice.Because($"{container.Division} 已有编号为 {container.Code} 的同级容器。", $"{container.Division} has a container {container.Code} of this level already.");
            if (request.Parent is { } parent)
            {
                if (await db.ArchiveAround().AsNoTracking().FirstOrDefaultAsync(c => c.Id == parent, cancellationToken) is not { } above) return ContainerView.None();
                var put = container.PutInto(above);
                if (put.Refused) return put.Error;
            }
            db.Add(container);
            return ContainerView.Of(container, container.Version + 1);
        }
    }

    /// <summary>Enters a container of paper files.</summary>
    /// <remarks>户有袋、村有盒、乡有柜、县有室、市有库: it lies in one of the next level and of a place above its own.</remarks>
    internal static Task<Results<Created<ContainerView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EnterContainer(body.Level, body.Code, body.Division, body.Parent), cancellation).Created(c => $"/api/v1/archive/containers?parent={c.Id}");
}

/// <summary>A container of paper files.</summary>
/// <param name="Id">The container.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Level">Bag, box, cabinet, room or library.</param>
/// <param name="Code" example="柜3-盒12">As written on it; of a bag the number of the file.</param>
/// <param name="Division" example="320706001001">The place it belongs to.</param>
/// <param name="Parent">The container in which it lies.</param>
/// <param name="Household">Of a bag its household.</param>
/// <param name="EnteredOn">When it was entered.</param>
internal sealed record ContainerView(
    Guid Id, long Version, ArchiveLevel Level, string Code, DivisionCode Division, Guid? Parent, HouseholdId? Household, LocalDate EnteredOn) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household?.Value ?? Id;

    public static ContainerView Of(ArchiveContainer c, long saved) => new(c.Id, saved, c.Level, c.Code, c.Division, c.Parent, c.Household, c.EnteredOn);

    public static Error None() => PlumbingProblems.NotFound.Because("没有该档案容器,或不在您的管辖区域内。", "There is no such container in the division you serve or above it.");
}
