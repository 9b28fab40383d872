using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Intake.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Assignments.Data;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Basis).HasMaxLength(Assignment.BasisMaxLength);
        builder.Property(a => a.Task).HasMaxLength(Assignment.TaskMaxLength);
        builder.Property(a => a.Place).HasMaxLength(Assignment.PlaceMaxLength);
        builder.Property(a => a.Vehicle).HasMaxLength(Assignment.VehicleMaxLength);
        builder.Property(a => a.Funding).HasMaxLength(Assignment.FundingMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();

        // One at a time: of two people who form a team at once, one meets the other's row.
        builder.HasIndex(a => a.RequestId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Members).WithOne().HasForeignKey(m => m.AssignmentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssignmentMemberConfiguration : IEntityTypeConfiguration<AssignmentMember>
{
    public void Configure(EntityTypeBuilder<AssignmentMember> builder)
    {
        builder.ToTable("AssignmentMembers");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(AssignmentMember.NameMaxLength);
        builder.Property(m => m.Nip).HasMaxLength(AssignmentMember.NipLength);
        builder.Property(m => m.Rank).HasMaxLength(AssignmentMember.RankMaxLength);
        builder.Property(m => m.Position).HasMaxLength(AssignmentMember.PositionMaxLength);
        builder.Property(m => m.Duty).HasMaxLength(AssignmentMember.DutyMaxLength);
        builder.HasIndex(m => m.StaffId);
    }
}
