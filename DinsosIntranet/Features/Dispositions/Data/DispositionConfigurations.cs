using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Dispositions.Data;

internal sealed class DispositionConfiguration : IEntityTypeConfiguration<Disposition>
{
    public void Configure(EntityTypeBuilder<Disposition> builder)
    {
        builder.ToTable("Dispositions", table => table.HasCheckConstraint("CK_Dispositions_OneSubject", """("RequestId" IS NULL) <> ("AgendaId" IS NULL)"""));
        builder.Ignore(d => d.SubjectId);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.FromText).HasMaxLength(250);
        builder.Property(d => d.ToText).HasMaxLength(250);
        builder.Property(d => d.FromStepId).HasMaxLength(60);
        builder.Property(d => d.FromDeskCode).HasMaxLength(60);
        builder.Property(d => d.RecalledByText).HasMaxLength(250);
        builder.Property(d => d.RemindedByText).HasMaxLength(250);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.ToDeskCode).HasMaxLength(60);
        builder.HasIndex(d => d.RequestId);
        builder.HasIndex(d => d.AgendaId);
        builder.HasIndex(d => new { d.ToDeskCode, d.ReadAt });
        builder.HasIndex(d => new { d.ToUserId, d.ReadAt });
        builder.HasIndex(d => d.StandingDispositionId);
        builder.HasIndex(d => new { d.FromUserId, d.At });
        builder.HasIndex(d => new { d.FromDeskCode, d.At });
        builder.HasIndex(d => d.ParentId).HasFilter("\"ParentId\" IS NOT NULL");

        // What waits is counted for every menu. Nearly all rows are done, and most name no person, so these hold the few that wait.
        builder.HasIndex(d => new { d.ToUserId, d.ToDeskCode }, "IX_Dispositions_Waiting_To").HasFilter("\"RecalledAt\" IS NULL AND (\"ReadAt\" IS NULL OR \"DoneAt\" IS NULL)");
        builder.HasIndex(d => d.FromUserId, "IX_Dispositions_Waiting_FromUser").HasFilter("\"RecalledAt\" IS NULL AND \"DoneAt\" IS NULL");
        builder.HasIndex(d => d.FromDeskCode, "IX_Dispositions_Waiting_FromDesk").HasFilter("\"RecalledAt\" IS NULL AND \"DoneAt\" IS NULL");
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(d => d.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaEntry>().WithMany().HasForeignKey(d => d.AgendaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StandingDispositionConfiguration : IEntityTypeConfiguration<StandingDisposition>
{
    public void Configure(EntityTypeBuilder<StandingDisposition> builder)
    {
        builder.ToTable("StandingDispositions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.StandardCode).HasMaxLength(60);
        builder.Property(d => d.StepId).HasMaxLength(60);
        builder.Property(d => d.FromText).HasMaxLength(250);
        builder.Property(d => d.ToDeskCode).HasMaxLength(60);
        builder.Property(d => d.Note).HasMaxLength(Disposition.NoteMaxLength);
        builder.HasIndex(d => new { d.StandardCode, d.StepId });
    }
}

internal sealed class DispositionInstructionConfiguration : IEntityTypeConfiguration<DispositionInstruction>
{
    public void Configure(EntityTypeBuilder<DispositionInstruction> builder)
    {
        builder.ToTable("DispositionInstructions");
        builder.HasKey(i => i.Code);
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.Property(i => i.Text).HasMaxLength(120);
    }
}
