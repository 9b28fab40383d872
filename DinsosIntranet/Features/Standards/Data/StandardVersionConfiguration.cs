using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Standards.Data;

internal sealed class StandardVersionConfiguration : IEntityTypeConfiguration<StandardVersion>
{
    public void Configure(EntityTypeBuilder<StandardVersion> builder)
    {
        builder.ToTable("StandardVersions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(s => s.Title).HasMaxLength(StandardVersion.TitleMaxLength);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.Property(s => s.ImportedBy).HasMaxLength(200);
        builder.HasIndex(s => new { s.Code, s.VersionNumber }).IsUnique();

        // Kept whole and unchanged: a change of any of it is a mistake of the program.
        foreach (var property in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}

internal sealed class StandardScheduleConfiguration : IEntityTypeConfiguration<StandardSchedule>
{
    public void Configure(EntityTypeBuilder<StandardSchedule> builder)
    {
        builder.ToTable("StandardSchedules");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(s => s.ChangedBy).HasMaxLength(200);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasMany(s => s.Plans).WithOne().HasForeignKey(p => p.Code).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StandardPlanConfiguration : IEntityTypeConfiguration<StandardPlan>
{
    public void Configure(EntityTypeBuilder<StandardPlan> builder)
    {
        builder.ToTable("StandardPlans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(p => p.Basis).HasMaxLength(StandardPlan.BasisMaxLength);
        builder.Property(p => p.DecidedBy).HasMaxLength(200);
        builder.HasOne<StandardVersion>().WithMany().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
