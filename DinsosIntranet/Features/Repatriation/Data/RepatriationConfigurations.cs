using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Repatriation.Data;

internal sealed class RepatriationFileConfiguration : IEntityTypeConfiguration<RepatriationFile>
{
    public void Configure(EntityTypeBuilder<RepatriationFile> builder)
    {
        builder.ToTable("RepatriationFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Point).HasMaxLength(RepatriationFile.PointMaxLength);
        builder.Property(f => f.ReferralReason).HasMaxLength(RepatriationFile.ReasonMaxLength);
        builder.Property(f => f.ReferralBody).HasMaxLength(RepatriationFile.BodyMaxLength);
        builder.Property(f => f.ReferralAddress).HasMaxLength(RepatriationFile.AddressMaxLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<RepatriationFile>(f => f.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EscortBookingConfiguration : IEntityTypeConfiguration<EscortBooking>
{
    public void Configure(EntityTypeBuilder<EscortBooking> builder)
    {
        builder.ToTable("EscortBookings");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Key).HasMaxLength(EscortBooking.KeyMaxLength);

        // Nobody travels twice a day: of two journeys planned at once, one meets the other's row.
        builder.HasIndex(b => new { b.Key, b.Day }).IsUnique();
        builder.HasIndex(b => b.RequestId);
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(b => b.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
