using DinsosIntranet.Features.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Accounts.Data;

internal sealed class StaffAccountConfiguration : IEntityTypeConfiguration<StaffAccount>
{
    /// <summary>An encrypted secret of 20 bytes with its key id.</summary>
    private const int SecretMaxLength = 400;

    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("StaffAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.FullName).HasMaxLength(StaffAccount.FullNameMaxLength);
        builder.Property(a => a.Position).HasMaxLength(StaffAccount.PositionMaxLength);
        builder.Property(a => a.Nip).HasMaxLength(18);
        builder.Property(a => a.ActivationHash).HasMaxLength(ActivationCode.HashLength);
        builder.Property(a => a.TotpSecret).HasMaxLength(SecretMaxLength);
        builder.Property(a => a.TotpPendingSecret).HasMaxLength(SecretMaxLength);
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

internal sealed class RoleProposalConfiguration : IEntityTypeConfiguration<RoleProposal>
{
    public void Configure(EntityTypeBuilder<RoleProposal> builder)
    {
        builder.ToTable("RoleProposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.UnitCode).HasMaxLength(40);
        builder.Property(p => p.Reason).HasMaxLength(RoleProposal.ReasonMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.State);
        builder.HasIndex(p => p.UserId);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountNoticeConfiguration : IEntityTypeConfiguration<AccountNotice>
{
    public void Configure(EntityTypeBuilder<AccountNotice> builder)
    {
        builder.ToTable("AccountNotices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.ByName).HasMaxLength(StaffAccount.FullNameMaxLength);
        builder.HasIndex(n => n.UserId);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffSessionConfiguration : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("StaffSessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Address).HasMaxLength(StaffSession.AddressMaxLength);
        builder.Property(s => s.Browser).HasMaxLength(StaffSession.BrowserMaxLength);
        builder.HasIndex(s => new { s.UserId, s.EndedAt });
        builder.HasIndex(s => s.EndedAt);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(ActivationCode.HashLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.UserId);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
