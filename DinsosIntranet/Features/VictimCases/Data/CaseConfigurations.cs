using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.VictimCases.Data;

internal sealed class VictimCaseConfiguration : IEntityTypeConfiguration<VictimCase>
{
    public void Configure(EntityTypeBuilder<VictimCase> builder)
    {
        builder.ToTable("VictimCases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.UnitCode).HasMaxLength(40);
        builder.Property(c => c.Risk).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.AttendBy);
        builder.HasIndex(c => c.LockedAt, "IX_VictimCases_Locked").HasFilter("\"IsLocked\""); // Asked whenever somebody's rights are.
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<VictimCase>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Channel).HasMaxLength(Consultation.CodeMaxLength);
        builder.Property(c => c.Topic).HasMaxLength(Consultation.CodeMaxLength);
        builder.Property(c => c.Result).HasMaxLength(Consultation.CodeMaxLength);
        builder.HasIndex(c => c.Day);
    }
}

internal sealed class CaseBlockConfiguration : IEntityTypeConfiguration<CaseBlock>
{
    public void Configure(EntityTypeBuilder<CaseBlock> builder)
    {
        builder.ToTable("CaseBlocks");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Kind).HasMaxLength(BlockDefinition.CodeMaxLength);
        builder.Property(b => b.NikIndex).HasMaxLength(BlindIndex.Length);
        builder.Property(b => b.FamilyIndex).HasMaxLength(BlindIndex.Length);
        builder.Property(b => b.PhoneIndex).HasMaxLength(BlindIndex.Length);
        builder.Property(b => b.SavedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(b => b.Version).IsConcurrencyToken();

        // Two who begin the same block at once: the second is told who was first. A block without a parent counts under its case.
        builder.HasIndex(b => new { b.CaseId, b.Kind, b.ParentId, b.Ordinal }).IsUnique();
        builder.HasIndex(b => new { b.CaseId, b.Kind, b.Ordinal }).IsUnique().HasFilter("\"ParentId\" IS NULL").HasDatabaseName("IX_CaseBlocks_Own");
        builder.HasIndex(b => b.NikIndex);
        builder.HasIndex(b => b.FamilyIndex);
        builder.HasIndex(b => b.PhoneIndex);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(b => b.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CaseBlock>().WithMany().HasForeignKey(b => b.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseMemberConfiguration : IEntityTypeConfiguration<CaseMember>
{
    public void Configure(EntityTypeBuilder<CaseMember> builder)
    {
        builder.ToTable("CaseMembers");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.UserText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.HasIndex(m => new { m.CaseId, m.UserId }).IsUnique().HasFilter("\"RemovedAt\" IS NULL").HasDatabaseName("IX_CaseMembers_Present");
        builder.HasIndex(m => m.UserId);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseSightingConfiguration : IEntityTypeConfiguration<CaseSighting>
{
    public void Configure(EntityTypeBuilder<CaseSighting> builder)
    {
        builder.ToTable("CaseSightings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.UserText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(s => s.Reason).HasMaxLength(CaseSighting.ReasonMaxLength);
        builder.Property(s => s.Detail).HasMaxLength(CaseSighting.DetailMaxLength);
        builder.HasIndex(s => new { s.CaseId, s.At });
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseEmergencyConfiguration : IEntityTypeConfiguration<CaseEmergency>
{
    public void Configure(EntityTypeBuilder<CaseEmergency> builder)
    {
        builder.ToTable("CaseEmergencies");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.UserText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(e => e.ReviewedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.CaseId);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
