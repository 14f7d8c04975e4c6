using System.Globalization;
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

namespace Dibao.Eligibility.Features.Policies;

/// <summary>Enters the national figures and the working-day calendar that come with the product; what is there already stays.</summary>
internal sealed record LoadNationalPolicies : ICommand<Done>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<LoadNationalPolicies, Done>
    {
        public async Task<Result<Done>> Handle(LoadNationalPolicies request, CancellationToken cancellationToken)
        {
            await db.TakeNumbers("policies:national", 0, cancellationToken); // two nodes that start at once come after each other
            var nation = DivisionCode.Nation;
            var known = (await db.PolicyValues.AsNoTracking().Where(p => p.Division == nation).ToListAsync(cancellationToken))
                .Select(p => (p.Key, p.Scheme, p.ValidFrom, p.Document)).ToHashSet();
            await db.WriteMany(NationalData.Policies(today.Now).Where(p => !known.Contains((p.Key, p.Scheme, p.ValidFrom, p.Document))), cancellationToken);

            var days = (await db.Set<CalendarDay>().AsNoTracking().Select(d => d.Date).ToListAsync(cancellationToken)).ToHashSet();
            await db.WriteMany(NationalData.Calendar().Where(d => !days.Contains(d.Date)), cancellationToken);
            return Done.It;
        }
    }
}

/// <summary>The two tables that come with the product.</summary>
internal static class NationalData
{
    /// <summary>National figures with their documents, 1999 to today.</summary>
    public static IEnumerable<PolicyValue> Policies(Instant now) => Rows("national.csv").Select(row => new PolicyValue(
        row[0], row[1].Length == 0 ? null : Enum.Parse<Scheme>(row[1], ignoreCase: true), DivisionCode.Nation,
        long.Parse(row[2], CultureInfo.InvariantCulture), row[3], row[4], row[5], Day(row[6]), row[7].Length == 0 ? null : Day(row[7]), now));

    /// <summary>Public holidays and make-up workdays, 2004 to 2026.</summary>
    public static IEnumerable<CalendarDay> Calendar() => Rows("holidays.csv").Select(row => new CalendarDay
    {
        Date = Day(row[0]),
        Kind = Enum.Parse<CalendarKind>(row[1], ignoreCase: true),
    });

    private static LocalDate Day(string text) => QueryDate.Parse(text, null);

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(NationalData).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine(); // headings
        while (reader.ReadLine() is { Length: > 0 } line) yield return line.Split(',');
    }
}
