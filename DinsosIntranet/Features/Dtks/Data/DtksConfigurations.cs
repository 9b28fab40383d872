using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Dtks.Data;

internal sealed class DtksCheckConfiguration : IEntityTypeConfiguration<DtksCheck>
{
    public void Configure(EntityTypeBuilder<DtksCheck> builder)
    {
        builder.ToTable("DtksChecks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Period).HasMaxLength(DtksCheck.PeriodMaxLength);
        builder.Property(c => c.FamilyId).HasMaxLength(DtksCheck.FamilyIdMaxLength);
        builder.Property(c => c.PurposeCode).HasMaxLength(40);
        builder.Property(c => c.ReissueReason).HasMaxLength(DtksCheck.ReissueReasonMaxLength);
        builder.HasIndex(c => c.RequestId);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(c => c.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificatePurposeConfiguration : IEntityTypeConfiguration<CertificatePurpose>
{
    public void Configure(EntityTypeBuilder<CertificatePurpose> builder)
    {
        builder.ToTable("CertificatePurposes");
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(120);
    }
}

internal sealed class AidProgrammeConfiguration : IEntityTypeConfiguration<AidProgramme>
{
    public void Configure(EntityTypeBuilder<AidProgramme> builder)
    {
        builder.ToTable("AidProgrammes");
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(120);
    }
}
