using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dibao.Households.Persistence;

/// <summary>Payees and the changes of them that wait for a second person.</summary>
internal static class PayeesModel
{
    extension(DibaoDbContext db)
    {
        public DbSet<PayeeChange> PayeeChanges => db.Set<PayeeChange>();

        /// <summary>Refuses papers that are not on a household's file, or were withdrawn.</summary>
        public async Task<Error?> NotOnFile(HouseholdId household, IEnumerable<Guid?> named, CancellationToken cancellation)
        {
            var papers = named.OfType<Guid>().Distinct().ToList();
            if (papers.Count == 0) return null;
            var found = await db.Papers.CountAsync(p => papers.Contains(p.Id) && p.Household == household && p.WithdrawnAt == null, cancellation);
            return found == papers.Count ? null : HouseholdErrors.NoSuchPaper.Because("所引证明材料不在本户档案中,或已撤回。", "The paper named is not on this household's file, or was withdrawn.");
        }
    }

    public static void Lengths(EntityTypeBuilder<PayeeAccount> payee)
    {
        payee.Property(p => p.MaskedHolderNumber).HasMaxLength(18);
        payee.Property(p => p.HolderNumberHash).HasMaxLength(32);
        payee.Property(p => p.AccountHash).HasMaxLength(32);
        payee.Property(p => p.GroundNumber).HasMaxLength(100);
        payee.Property(p => p.GroundParties).HasMaxLength(200);
        payee.HasIndex(p => p.AccountHash);
    }

    public static void Map(ModelBuilder model, string schema) => model.Entity<PayeeChange>(change =>
    {
        change.ToTable("payee_change", schema);
        change.HasKey(c => c.Id);
        change.Property(c => c.Agent).HasMaxLength(200);
        change.Property(c => c.ProofText).HasMaxLength(200);
        change.Property(c => c.ProposedBy).HasMaxLength(200);
        change.Property(c => c.AnsweredBy).HasMaxLength(200);
        change.Property(c => c.Reason).HasMaxLength(200);
        change.HasIndex(c => c.OpenFor).IsUnique();
        change.HasIndex(c => c.Household);
        change.HasIndex(c => new { c.Division, c.Id });
        change.ComplexProperty(c => c.Terms, terms =>
        {
            terms.Property(t => t.HolderName).HasMaxLength(100);
            terms.Property(t => t.MaskedHolderNumber).HasMaxLength(18);
            terms.Property(t => t.HolderNumberHash).HasMaxLength(32);
            terms.Property(t => t.Bank).HasMaxLength(100);
            terms.Property(t => t.MaskedNumber).HasMaxLength(40);
            terms.Property(t => t.AccountHash).HasMaxLength(32);
            terms.Property(t => t.GroundNumber).HasMaxLength(100);
            terms.Property(t => t.GroundParties).HasMaxLength(200);
        });
    });
}
