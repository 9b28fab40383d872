using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Standards.Data;

internal sealed class StandardVersionConfiguration : IEntityTypeConfiguration<StandardVersion>
{
    public void Configure(EntityTypeBuilder<StandardVersion> builder)
    {
        builder.ToTable("StandardVersions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(s => s.Title).HasMaxLength(300);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.HasIndex(s => new { s.Code, s.VersionNumber }).IsUnique();
    }
}
