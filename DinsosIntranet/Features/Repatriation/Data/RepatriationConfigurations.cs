using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Files;
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
        builder.Property(f => f.ChangedByText).HasMaxLength(RepatriationSighting.UserTextMaxLength);
        builder.HasIndex(f => f.DepartedOn);
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
        builder.HasIndex(b => b.Day);
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(b => b.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EscortStopConfiguration : IEntityTypeConfiguration<EscortStop>
{
    public void Configure(EntityTypeBuilder<EscortStop> builder)
    {
        builder.ToTable("EscortStops");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.TickedByText).HasMaxLength(RepatriationSighting.UserTextMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.RequestId, s.Order }).IsUnique();
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RepatriationPaperConfiguration : IEntityTypeConfiguration<RepatriationPaper>
{
    public void Configure(EntityTypeBuilder<RepatriationPaper> builder)
    {
        builder.ToTable("RepatriationPapers");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.AddedByText).HasMaxLength(RepatriationSighting.UserTextMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.RequestId);
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(p => p.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RepatriationVisitConfiguration : IEntityTypeConfiguration<RepatriationVisit>
{
    public void Configure(EntityTypeBuilder<RepatriationVisit> builder)
    {
        builder.ToTable("RepatriationVisits");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.DoneByText).HasMaxLength(RepatriationSighting.UserTextMaxLength);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.RequestId);
        builder.HasIndex(v => v.DueOn);
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RepatriationSightingConfiguration : IEntityTypeConfiguration<RepatriationSighting>
{
    public void Configure(EntityTypeBuilder<RepatriationSighting> builder)
    {
        builder.ToTable("RepatriationSightings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.UserText).HasMaxLength(RepatriationSighting.UserTextMaxLength);
        builder.Property(s => s.Reason).HasMaxLength(RepatriationSighting.ReasonMaxLength);
        builder.Property(s => s.Detail).HasMaxLength(RepatriationSighting.DetailMaxLength);
        builder.HasIndex(s => new { s.RequestId, s.UserId });
        builder.HasOne<RepatriationFile>().WithMany().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
