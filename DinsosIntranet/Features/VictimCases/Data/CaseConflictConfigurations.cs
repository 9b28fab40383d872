using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.VictimCases.Data;

internal sealed class StaffTieConfiguration : IEntityTypeConfiguration<StaffTie>
{
    public void Configure(EntityTypeBuilder<StaffTie> builder)
    {
        builder.ToTable("StaffTies");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Index).HasMaxLength(BlindIndex.Length);
        builder.HasIndex(t => t.Index);
        builder.HasIndex(t => new { t.UserId, t.Kind, t.Index }).IsUnique();
    }
}

internal sealed class CaseConflictConfiguration : IEntityTypeConfiguration<CaseConflict>
{
    public void Configure(EntityTypeBuilder<CaseConflict> builder)
    {
        builder.ToTable("CaseConflicts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.UserText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(c => c.DecidedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CaseId, c.UserId }).IsUnique().HasFilter("\"State\" = 'Waiting'").HasDatabaseName("IX_CaseConflicts_Waiting");
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
