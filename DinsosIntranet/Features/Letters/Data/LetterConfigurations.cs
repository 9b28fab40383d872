using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Letters.Data;

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Title).HasMaxLength(200);
        builder.Property(l => l.Classification).HasMaxLength(LetterClassification.CodeMaxLength);
        builder.Property(l => l.Book).HasMaxLength(40);
        builder.Property(l => l.Number).HasMaxLength(Letter.NumberMaxLength);
        builder.Property(l => l.NumberReason).HasMaxLength(NumberPreparation.ReasonMaxLength);
        builder.Property(l => l.PurposeCode).HasMaxLength(40);
        builder.Property(l => l.HolderInitials).HasMaxLength(20);
        builder.Property(l => l.NikLastFour).HasMaxLength(4);
        builder.Property(l => l.VerificationText).HasMaxLength(400);
        builder.Property(l => l.VerificationCode).HasMaxLength(40);
        builder.Property(l => l.SignerText).HasMaxLength(250);
        builder.Property(l => l.IssuedSha256).HasMaxLength(64);
        builder.Property(l => l.SignedNames).HasMaxLength(Letter.SignedNamesMaxLength);
        builder.Property(l => l.EndedByText).HasMaxLength(250);
        builder.Property(l => l.EndedReason).HasMaxLength(Letter.ReasonMaxLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.Book, l.Year, l.Sequence, l.Insertion }).IsUnique();
        builder.HasIndex(l => new { l.Year, l.Book, l.Number }).IsUnique();
        builder.HasIndex(l => l.Number);
        builder.HasIndex(l => l.VerificationCode).IsUnique();
        builder.HasIndex(l => l.IssuedSha256);
        builder.HasIndex(l => l.RequestId);
        builder.HasIndex(l => new { l.SubjectId, l.PurposeCode });
        builder.HasIndex(l => l.DatedOn);
        builder.HasIndex(l => l.RequestId, "IX_Letters_Unsigned").HasFilter("\"Status\" IN ('Draft', 'AwaitingSignature')");
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(l => l.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterClassificationConfiguration : IEntityTypeConfiguration<LetterClassification>
{
    public void Configure(EntityTypeBuilder<LetterClassification> builder)
    {
        builder.ToTable("LetterClassifications");
        builder.HasKey(c => c.Kind);
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Code).HasMaxLength(LetterClassification.CodeMaxLength);
    }
}

internal sealed class NumberBookConfiguration : IEntityTypeConfiguration<NumberBook>
{
    public void Configure(EntityTypeBuilder<NumberBook> builder)
    {
        builder.ToTable("NumberBooks");
        builder.HasKey(b => new { b.Code, b.Year });
        builder.Property(b => b.Code).HasMaxLength(40);
    }
}

internal sealed class PrintRecordConfiguration : IEntityTypeConfiguration<PrintRecord>
{
    public void Configure(EntityTypeBuilder<PrintRecord> builder)
    {
        builder.ToTable("PrintRecords");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Kind).HasMaxLength(40);
        builder.HasIndex(p => new { p.RecordId, p.Kind, p.Copy }).IsUnique();
        builder.HasIndex(p => p.At);
        builder.HasIndex(p => p.ByUserId);
    }
}

internal sealed class NumberPreparationConfiguration : IEntityTypeConfiguration<NumberPreparation>
{
    public void Configure(EntityTypeBuilder<NumberPreparation> builder)
    {
        builder.ToTable("NumberPreparations");
        builder.HasKey(p => new { p.RequestId, p.Kind });
        builder.Property(p => p.Kind).HasMaxLength(40);
        builder.Property(p => p.TypedNumber).HasMaxLength(Letter.NumberMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(NumberPreparation.ReasonMaxLength);
        builder.Property(p => p.PreparedByText).HasMaxLength(250);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(p => p.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
