using DinsosIntranet.Features.Agency.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Agency.Data;

internal sealed class SettingsRevisionConfiguration : IEntityTypeConfiguration<SettingsRevision>
{
    public void Configure(EntityTypeBuilder<SettingsRevision> builder)
    {
        builder.ToTable("SettingsRevisions");
        builder.HasKey(r => r.Part);
        builder.Property(r => r.Part).HasMaxLength(40);
        builder.Property(r => r.ChangedBy).HasMaxLength(200);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}
