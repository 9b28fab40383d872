using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Agency.Data;

internal sealed class AgencyProfileConfiguration : IEntityTypeConfiguration<AgencyProfile>
{
    public void Configure(EntityTypeBuilder<AgencyProfile> builder)
    {
        builder.ToTable("AgencyProfiles");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(AgencyProfile.NameMaxLength);
        builder.Property(a => a.Regency).HasMaxLength(AgencyProfile.NameMaxLength);
        builder.Property(a => a.RegencyCode).HasMaxLength(5);
        builder.Property(a => a.Seat).HasMaxLength(80);
        builder.Property(a => a.TimeZoneId).HasMaxLength(40);
        builder.Property(a => a.AddressLines).HasMaxLength(500);
        builder.Property(a => a.UnitCodeInNumbers).HasMaxLength(40);
        builder.Property(a => a.LetterNumberPattern).HasMaxLength(120);
        builder.Property(a => a.DefaultSigningMode).HasMaxLength(20);
        builder.Property(a => a.HelpLine).HasMaxLength(200);
        builder.Property(a => a.FontFamily).HasMaxLength(60);
        builder.Ignore(a => a.Logo);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.LogoFileId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.HasKey(u => u.Code);
        builder.Property(u => u.Code).HasMaxLength(40);
        builder.Property(u => u.Name).HasMaxLength(120);
        builder.Property(u => u.ShortName).HasMaxLength(40);
        builder.Property(u => u.HeadPosition).HasMaxLength(UnitRules.HeadPositionMaxLength);
        builder.Ignore(u => u.HeadTitle);
        builder.Property(u => u.ParentCode).HasMaxLength(40);
    }
}

internal sealed class DeskConfiguration : IEntityTypeConfiguration<Desk>
{
    public void Configure(EntityTypeBuilder<Desk> builder)
    {
        builder.ToTable("Desks");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(60);
        builder.Property(d => d.Name).HasMaxLength(100);
        builder.Property(d => d.UnitCode).HasMaxLength(40);
        builder.HasMany(d => d.Members).WithOne().HasForeignKey(m => m.DeskCode);
    }
}

internal sealed class DeskMemberConfiguration : IEntityTypeConfiguration<DeskMember>
{
    public void Configure(EntityTypeBuilder<DeskMember> builder)
    {
        builder.ToTable("DeskMembers");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.DeskCode).HasMaxLength(60);
        builder.Property(m => m.UnitCode).HasMaxLength(40);
    }
}

internal sealed class OfficialConfiguration : IEntityTypeConfiguration<Official>
{
    public void Configure(EntityTypeBuilder<Official> builder)
    {
        builder.ToTable("Officials");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.NameWithTitles).HasMaxLength(OfficialRules.NameMaxLength);
        builder.Property(o => o.Rank).HasMaxLength(OfficialRules.RankMaxLength);
        builder.Property(o => o.Nip).HasMaxLength(18);
        builder.Property(o => o.UnitCode).HasMaxLength(40);
        builder.Property(o => o.PositionTitle).HasMaxLength(OfficialRules.PositionTitleMaxLength);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(o => o.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StandInConfiguration : IEntityTypeConfiguration<StandIn>
{
    public void Configure(EntityTypeBuilder<StandIn> builder)
    {
        builder.ToTable("StandIns");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Official>().WithMany().HasForeignKey(s => s.OfficialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(s => s.ActingUserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarDateConfiguration : IEntityTypeConfiguration<CalendarDate>
{
    public void Configure(EntityTypeBuilder<CalendarDate> builder)
    {
        builder.ToTable("CalendarDates");
        builder.HasKey(c => new { c.Date, c.Kind });
        builder.Property(c => c.Name).HasMaxLength(120);
        builder.Property(c => c.Source).HasMaxLength(200);
    }
}

internal sealed class OfficeHoursConfiguration : IEntityTypeConfiguration<OfficeHours>
{
    public void Configure(EntityTypeBuilder<OfficeHours> builder)
    {
        builder.ToTable("OfficeHours");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(120);
        builder.Property(o => o.Source).HasMaxLength(200);
        builder.Property(o => o.Hours).HasMaxLength(1000);
    }
}
