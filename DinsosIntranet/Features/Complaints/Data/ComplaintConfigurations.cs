using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Complaints.Data;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("Complaints");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ChannelCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(c => c.Ticket).HasMaxLength(Complaint.TicketMaxLength);
        builder.Property(c => c.AnswerWayCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(c => c.LinkedStandardCode).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(c => c.UnitCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(c => c.OtherAccused).HasMaxLength(Complaint.OthersMaxLength);
        builder.Property(c => c.EventWhen).HasMaxLength(Complaint.WhenMaxLength);
        builder.Property(c => c.EventPlace).HasMaxLength(Complaint.PlaceMaxLength);
        builder.Property(c => c.Description).HasMaxLength(Complaint.DescriptionMaxLength);
        builder.Property(c => c.Loss).HasMaxLength(Complaint.LossMaxLength);
        builder.Property(c => c.Demand).HasMaxLength(Complaint.DemandMaxLength);
        builder.Property(c => c.ClassCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(c => c.ReviewerText).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.Property(c => c.ReviewNote).HasMaxLength(Complaint.NoteMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Ticket).IsUnique();
        builder.HasIndex(c => c.LinkedRequestId);
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<Complaint>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(c => c.LinkedRequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintAccusedConfiguration : IEntityTypeConfiguration<ComplaintAccused>
{
    public void Configure(EntityTypeBuilder<ComplaintAccused> builder)
    {
        builder.ToTable("ComplaintAccused");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.HasIndex(a => new { a.ComplaintId, a.StaffId }).IsUnique();
        builder.HasOne<Complaint>().WithMany().HasForeignKey(a => a.ComplaintId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintAnswerConfiguration : IEntityTypeConfiguration<ComplaintAnswer>
{
    public void Configure(EntityTypeBuilder<ComplaintAnswer> builder)
    {
        builder.ToTable("ComplaintAnswers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ByText).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.Property(a => a.WayCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(a => a.Text).HasMaxLength(ComplaintAnswer.TextMaxLength);
        builder.Property(a => a.Reference).HasMaxLength(ComplaintAnswer.ReferenceMaxLength);
        builder.Property(a => a.ReactionNote).HasMaxLength(ComplaintAnswer.NoteMaxLength);
        builder.HasIndex(a => a.ComplaintId);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(a => a.ComplaintId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintTransferConfiguration : IEntityTypeConfiguration<ComplaintTransfer>
{
    public void Configure(EntityTypeBuilder<ComplaintTransfer> builder)
    {
        builder.ToTable("ComplaintTransfers");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.GroundCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(t => t.Body).HasMaxLength(ComplaintTransfer.BodyMaxLength);
        builder.Property(t => t.Place).HasMaxLength(ComplaintTransfer.PlaceMaxLength);
        builder.Property(t => t.Reason).HasMaxLength(ComplaintTransfer.ReasonMaxLength);
        builder.Property(t => t.ToldWayCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Complaint>().WithOne().HasForeignKey<ComplaintTransfer>(t => t.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintSuperiorConfiguration : IEntityTypeConfiguration<ComplaintSuperior>
{
    public void Configure(EntityTypeBuilder<ComplaintSuperior> builder)
    {
        builder.ToTable("ComplaintSuperiors");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Office).HasMaxLength(ComplaintSuperior.OfficeMaxLength);
        builder.Property(s => s.Place).HasMaxLength(ComplaintSuperior.PlaceMaxLength);
    }
}
