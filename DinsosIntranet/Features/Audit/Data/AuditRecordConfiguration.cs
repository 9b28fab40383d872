using DinsosIntranet.Features.Audit.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Audit.Data;

internal sealed class AuditRecordConfiguration : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("AuditRecords");
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedNever();
        builder.Property(a => a.KeyId).HasMaxLength(AuditRecord.KeyIdMaxLength);
        builder.Property(a => a.ActorName).HasMaxLength(AuditRecord.ActorNameMaxLength);
        builder.Property(a => a.Act).HasMaxLength(AuditRecord.ActMaxLength);
        builder.Property(a => a.RecordKind).HasMaxLength(AuditRecord.RecordKindMaxLength);
        builder.Property(a => a.RecordId).HasMaxLength(AuditRecord.RecordIdMaxLength);
        builder.Property(a => a.PreviousHash).HasMaxLength(AuditRecord.HashLength);
        builder.Property(a => a.Hash).HasMaxLength(AuditRecord.HashLength);
        builder.HasIndex(a => a.RecordId);
        builder.HasIndex(a => a.ActorId);
    }
}
