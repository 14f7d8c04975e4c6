using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>A paper of a household; its content is fetched apart.</summary>
/// <param name="Id">The paper.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Kind" example="disabilityCard">Code of the checklist.</param>
/// <param name="Hash" example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08">SHA-256 of the content, 64 hexadecimal digits.</param>
/// <param name="Size" example="48213">Bytes.</param>
/// <param name="MediaType" example="application/pdf">Media type.</param>
/// <param name="Issuer" example="海州区残疾人联合会">Who issued it.</param>
/// <param name="IssuedOn" example="2012-03-01">When it was issued, where stated.</param>
/// <param name="Person">The member whom it concerns; null when it concerns the household.</param>
/// <param name="UploadedAt">When it was filed.</param>
/// <param name="UploadedBy" example="demo-village-assistant">Who filed it.</param>
/// <param name="Void" example="false">Withdrawn: it counts no more.</param>
/// <param name="WithdrawalReason" example="filed for the wrong member">Why it was withdrawn.</param>
/// <param name="IssuerProvenFalseOn">When its issuer was proven to have issued a false paper, where the register flags it (Law Art 72); null otherwise.</param>
internal sealed record PaperView(
    Guid Id, long Version, HouseholdId Household, string Kind, string Hash, int Size, string MediaType, string? Issuer, LocalDate? IssuedOn, PersonId? Person,
    Instant UploadedAt, string UploadedBy, bool Void, string? WithdrawalReason, LocalDate? IssuerProvenFalseOn) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The paper as a command leaves it. <paramref name="saved"/> is the version it will have when saved.</summary>
    public static PaperView Of(Paper paper, ILookup<string, FalseIssuer> entries, long saved) => new(
        paper.Id, saved, paper.Household, paper.Kind, Convert.ToHexStringLower(paper.Hash), paper.Size, paper.Media.MediaType(), paper.Issuer, paper.IssuedOn, paper.Person,
        paper.UploadedAt, paper.UploadedBy, paper.WithdrawnAt is not null, paper.WithdrawalReason, FlaggedOn(paper, entries));

    /// <summary>The first proof against its issuer that flags it.</summary>
    public static LocalDate? FlaggedOn(Paper paper, ILookup<string, FalseIssuer> entries) => paper.PlainIssuer is not { } issuer ? null
        : entries[issuer].Where(e => e.Flags(paper.UploadedOn)).Select(e => (LocalDate?)e.ProvenOn).Min();
}
