using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.VictimCases.Data;

internal sealed class CaseHoldConfiguration : IEntityTypeConfiguration<CaseHold>
{
    public void Configure(EntityTypeBuilder<CaseHold> builder)
    {
        builder.ToTable("CaseHolds");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Reason).HasMaxLength(CaseHold.CodeMaxLength);
        builder.Property(h => h.LiftReason).HasMaxLength(CaseHold.CodeMaxLength);
        builder.Property(h => h.PlacedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.LiftedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.CaseId);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDestructionConfiguration : IEntityTypeConfiguration<CaseDestruction>
{
    public void Configure(EntityTypeBuilder<CaseDestruction> builder)
    {
        builder.ToTable("CaseDestructions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.ItemCode).HasMaxLength(CaseHold.CodeMaxLength);
        builder.Property(d => d.ApprovalLetter).HasMaxLength(RetentionRules.ApprovalLetterMaxLength);
        builder.Property(d => d.ProposedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(d => d.DecidedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(d => d.DeclineReason).HasMaxLength(CaseHold.CodeMaxLength);
        builder.Property(d => d.Number).HasMaxLength(40);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.PendingPaths);

        // Of two who propose the same case at once, the second is told; no number stands twice in the register.
        builder.HasIndex(d => d.CaseId).IsUnique().HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_CaseDestructions_Waiting");
        builder.HasIndex(d => new { d.Year, d.Sequence }).IsUnique();
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.ReportFileId).OnDelete(DeleteBehavior.Restrict);
    }
}
