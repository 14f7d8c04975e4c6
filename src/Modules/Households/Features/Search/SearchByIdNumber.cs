using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Search;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Search;

/// <summary>The households in which the person with an identity number is or was a member; who sought whom stays in the audit trail.</summary>
internal sealed record SearchByIdNumber(string IdNumber) : ICommand<FoundByNumber>
{
    /// <summary>What is sought.</summary>
    /// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643: 18 characters, or the 15 digits of the first generation.</param>
    internal sealed record Body(string IdNumber);

    internal sealed class Validator : AbstractValidator<SearchByIdNumber>
    {
        public Validator() => RuleFor(c => c.IdNumber).CitizenNumber()
            .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
    }

    private static readonly Func<DibaoDbContext, byte[], CancellationToken, Task<List<Row>>> OnFile = CompiledQuery.Of((DibaoDbContext db, byte[] hash) =>
        from person in db.Set<Person>().IgnoreQueryFilters()
        where person.IdNumberHash == hash
        join member in db.Set<Member>() on person.Id equals member.Person
        where member.Superseded == null
        join household in db.Set<Household>() on member.Household equals household.Id
        select new Row(
            household.Id, household.FileNumber, household.Division, household.Hukou, household.RegisteredOn, household.Case, household.Agent,
            member.Person, member.Name, member.MaskedIdNumber, member.BirthDate, member.Relationship, member.ValidFrom, member.ValidTo));

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<SearchByIdNumber, FoundByNumber>
    {
        public async Task<Result<FoundByNumber>> Handle(SearchByIdNumber request, CancellationToken cancellationToken)
        {
            var caller = db.Caller;
            var hash = sealing.Hash(Person.HashKind, ResidentIdNumber.Parse(request.IdNumber).Value);
            var rows = await OnFile(db, hash, cancellationToken);
            var seen = rows.FindAll(r => caller.Serves(r.Division) && (!caller.OwnCasesOnly || string.Equals(r.Agent, caller.Subject, StringComparison.Ordinal)));
            if (seen.Count == 0) return new FoundByNumber([]);
            if (!OnePerson.Has(rows.ConvertAll(r => new NumberOnFile(r.Id, r.Person, r.Name)))) return OnTwoPeople(seen, elsewhere: seen.Count < rows.Count);
            // The last that is said of his membership of each household; the one that holds today comes first.
            return new FoundHouseholds([.. seen.GroupBy(r => r.Id).Select(of => of.MaxBy(r => r.From)!).OrderByDescending(r => r.Until ?? LocalDate.MaxIsoValue).Select(r => r.Found(today.Date, caller))]);
        }

        private static Error OnTwoPeople(List<Row> seen, bool elsewhere)
        {
            var files = string.Join(", ", seen.Select(r => r.FileNumber).Distinct().Order(StringComparer.Ordinal));
            return SearchErrors.NumberOnTwoPeople.Because(
                $"该号码在不同档案中姓名不一致:{files}{(elsewhere ? "及管辖区域外的档案" : "")}。请核对证件,更正姓名或号码后再查询。",
                $"The files {files}{(elsewhere ? " and one outside your division" : "")} give this number different names: compare the papers, correct the name or the number, and search again.");
        }
    }

    /// <summary>Finds households by an identity number.</summary>
    /// <remarks>
    /// The number is sent in the body, never in a URL, and who sought it stays in the audit trail with the household found. Within the caller's
    /// division alone; a number under which two files name different people is refused (57 Art 13), with their file numbers.
    /// </remarks>
    internal static Task<Results<Ok<FoundByNumber>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SearchByIdNumber(body.IdNumber), cancellation).Ok();

    /// <summary>What one believed row says of the person in a household.</summary>
    private sealed record Row(
        HouseholdId Id, string FileNumber, DivisionCode Division, HukouKind Hukou, LocalDate RegisteredOn, CaseStanding Case, string? Agent,
        PersonId Person, string Name, string MaskedIdNumber, LocalDate BirthDate, Relationship Relationship, LocalDate From, LocalDate? Until)
    {
        public FoundHousehold Found(LocalDate day, BuildingBlocks.Access.Caller caller) =>
            new(Id, FileNumber, Division, Hukou, RegisteredOn, Case, new FoundMember(Person, Name, MaskedIdNumber, BirthDate, Relationship, From, Until).Shown(day, caller));
    }
}

/// <summary>Households found by an identity number.</summary>
/// <param name="Items">The household in which the person is a member now comes first, then those he has left; empty when there is none.</param>
internal record FoundByNumber(IReadOnlyList<FoundHousehold> Items);

/// <summary>At least one: the audit trail keeps the search with it.</summary>
internal sealed record FoundHouseholds(IReadOnlyList<FoundHousehold> Items) : FoundByNumber(Items), IConcern
{
    Guid IConcern.Concern => Items[0].Id.Value;
}
