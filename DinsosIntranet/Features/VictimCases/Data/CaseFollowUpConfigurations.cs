using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.VictimCases.Data;

internal sealed class AssessmentReviewConfiguration : IEntityTypeConfiguration<AssessmentReview>
{
    public void Configure(EntityTypeBuilder<AssessmentReview> builder)
    {
        builder.ToTable("AssessmentReviews");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.SubmittedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(r => r.DecidedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.CaseId, r.Round }).IsUnique();
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseReferralConfiguration : IEntityTypeConfiguration<CaseReferral>
{
    public void Configure(EntityTypeBuilder<CaseReferral> builder)
    {
        builder.ToTable("CaseReferrals");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.SentByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(r => r.AnsweredByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.CaseId);
        builder.HasOne<CaseBlock>().WithOne().HasForeignKey<CaseReferral>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseHearingConfiguration : IEntityTypeConfiguration<CaseHearing>
{
    public void Configure(EntityTypeBuilder<CaseHearing> builder)
    {
        builder.ToTable("CaseHearings");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.CompanionText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.SavedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.ReportDoneByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.CancelledByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.CaseId);
        builder.HasIndex(h => new { h.CompanionId, h.StartsAt });
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CompanionBookingsConfiguration : IEntityTypeConfiguration<CompanionBookings>
{
    public void Configure(EntityTypeBuilder<CompanionBookings> builder)
    {
        builder.ToTable("CompanionBookings");
        builder.HasKey(b => b.UserId);
        builder.Property(b => b.UserId).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseClosureConfiguration : IEntityTypeConfiguration<CaseClosure>
{
    public void Configure(EntityTypeBuilder<CaseClosure> builder)
    {
        builder.ToTable("CaseClosures");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ProposedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(c => c.DecidedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(c => c.ReopenedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CaseId, c.Round }).IsUnique();
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseAttachmentConfiguration : IEntityTypeConfiguration<CaseAttachment>
{
    public void Configure(EntityTypeBuilder<CaseAttachment> builder)
    {
        builder.ToTable("CaseAttachments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.AddedByText).HasMaxLength(CaseSighting.UserTextMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.CaseId);
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseDeadlineConfiguration : IEntityTypeConfiguration<CaseDeadline>
{
    public void Configure(EntityTypeBuilder<CaseDeadline> builder)
    {
        builder.ToTable("CaseDeadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.SourceId, d.Kind }).IsUnique();
        builder.HasIndex(d => d.DueOn).HasFilter("\"DoneAt\" IS NULL").HasDatabaseName("IX_CaseDeadlines_Open");
        builder.HasOne<VictimCase>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
