using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Kiosks.Data;

internal sealed class KioskDeviceConfiguration : IEntityTypeConfiguration<KioskDevice>
{
    public void Configure(EntityTypeBuilder<KioskDevice> builder)
    {
        builder.ToTable("KioskDevices");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(KioskDevice.NameMaxLength);
        builder.Property(k => k.Place).HasMaxLength(KioskDevice.PlaceMaxLength);
        builder.Property(k => k.ServiceCode).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(k => k.UnitCode).HasMaxLength(40);
        builder.Property(k => k.CodeHash).HasMaxLength(BlindIndex.Length);
        builder.Property(k => k.TokenHash).HasMaxLength(KioskToken.HashLength);
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.HasIndex(k => k.CodeHash).IsUnique();
    }
}
