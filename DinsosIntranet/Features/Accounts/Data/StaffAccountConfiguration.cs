using DinsosIntranet.Features.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Accounts.Data;

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("StaffAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.FullName).HasMaxLength(StaffAccount.FullNameMaxLength);
        builder.Property(a => a.Position).HasMaxLength(StaffAccount.PositionMaxLength);
        builder.Property(a => a.Nip).HasMaxLength(18);
        builder.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.UserId);
    }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.UnitCode).HasMaxLength(40);
        builder.HasIndex(r => new { r.UserId, r.Role, r.UnitCode }).IsUnique();
    }
}
