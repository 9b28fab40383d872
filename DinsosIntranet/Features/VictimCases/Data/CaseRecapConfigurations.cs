using DinsosIntranet.Features.VictimCases.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.VictimCases.Data;

internal sealed class CaseFigureConfiguration : IEntityTypeConfiguration<CaseFigure>
{
    public void Configure(EntityTypeBuilder<CaseFigure> builder)
    {
        builder.ToTable("CaseFigures");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => f.Month);
        builder.HasOne<VictimCase>().WithOne().HasForeignKey<CaseFigure>(f => f.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormVersionConfiguration : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> builder)
    {
        builder.ToTable("FormVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.SavedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.HasIndex(v => v.Number).IsUnique();
    }
}
