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
        builder.Property(c => c.ClosingNote).HasMaxLength(Complaint.NoteMaxLength);
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
        builder.Property(a => a.Proof).HasMaxLength(ComplaintAnswer.ReferenceMaxLength);
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

internal sealed class ComplaintLogEntryConfiguration : IEntityTypeConfiguration<ComplaintLogEntry>
{
    public void Configure(EntityTypeBuilder<ComplaintLogEntry> builder)
    {
        builder.ToTable("ComplaintLog");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ByText).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.HasIndex(e => e.ComplaintId);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(e => e.ComplaintId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintFindingConfiguration : IEntityTypeConfiguration<ComplaintFinding>
{
    public void Configure(EntityTypeBuilder<ComplaintFinding> builder)
    {
        builder.ToTable("ComplaintFindings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.ByText).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.Property(f => f.ApprovedByText).HasMaxLength(ComplaintAccused.TextMaxLength);
        builder.Property(f => f.SuperiorReference).HasMaxLength(ComplaintAnswer.ReferenceMaxLength);
        builder.Property(f => f.RevisionNote).HasMaxLength(Complaint.NoteMaxLength);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasOne<Complaint>().WithOne().HasForeignKey<ComplaintFinding>(f => f.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintReplyConfiguration : IEntityTypeConfiguration<ComplaintReply>
{
    public void Configure(EntityTypeBuilder<ComplaintReply> builder)
    {
        builder.ToTable("ComplaintReplies");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(ComplaintAnswer.TextMaxLength);
        builder.Property(r => r.WayCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Complaint>().WithOne().HasForeignKey<ComplaintReply>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintReminderConfiguration : IEntityTypeConfiguration<ComplaintReminder>
{
    public void Configure(EntityTypeBuilder<ComplaintReminder> builder)
    {
        builder.ToTable("ComplaintReminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.DeskCode).HasMaxLength(Complaint.CodeMaxLength);
        builder.Property(r => r.SuperiorDeskCode).HasMaxLength(Complaint.CodeMaxLength);

        // One of each kind for each limit, whichever process looks first.
        builder.HasIndex(r => new { r.ComplaintId, r.DaysBefore, r.DueAt }).IsUnique();
        builder.HasOne<Complaint>().WithMany().HasForeignKey(r => r.ComplaintId).OnDelete(DeleteBehavior.Restrict);
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
