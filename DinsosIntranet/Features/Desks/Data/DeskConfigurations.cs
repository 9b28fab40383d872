using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Desks.Data;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Number).HasMaxLength(ServiceRequest.NumberMaxLength);
        builder.Property(w => w.StandardCode).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(w => w.StepId).HasMaxLength(60);
        builder.Property(w => w.DeskCode).HasMaxLength(60);
        builder.Property(w => w.HolderName).HasMaxLength(100);
        builder.Property(w => w.PauseReason).HasMaxLength(WorkItem.PauseReasonMaxLength);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<WorkItem>(w => w.Id).OnDelete(DeleteBehavior.Restrict);

        // Queues and boards look at open work only, which stays small however large the archive grows.
        builder.HasIndex(w => w.DeskCode).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_Open_Desk");
        builder.HasIndex(w => w.HolderId).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_Open_Holder");
        builder.HasIndex(w => w.ClosedAt);
        builder.HasIndex(w => w.OpenedAt);
        builder.HasIndex(w => w.Number).IsUnique();
    }
}

internal sealed class DeskStayConfiguration : IEntityTypeConfiguration<DeskStay>
{
    public void Configure(EntityTypeBuilder<DeskStay> builder)
    {
        builder.ToTable("DeskStays");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.StepId).HasMaxLength(60);
        builder.Property(s => s.DeskCode).HasMaxLength(60);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(s => s.WorkItemId);
    }
}

internal sealed class WorkPauseConfiguration : IEntityTypeConfiguration<WorkPause>
{
    public void Configure(EntityTypeBuilder<WorkPause> builder)
    {
        builder.ToTable("WorkPauses");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.WorkItemId);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(p => p.WorkItemId);
    }
}

internal sealed class WorkClockConfiguration : IEntityTypeConfiguration<WorkClock>
{
    public void Configure(EntityTypeBuilder<WorkClock> builder)
    {
        builder.ToTable("WorkClocks");
        builder.HasKey(c => new { c.WorkItemId, c.Kind });
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(c => c.WorkItemId);
    }
}

internal sealed class RequestExclusionConfiguration : IEntityTypeConfiguration<RequestExclusion>
{
    public void Configure(EntityTypeBuilder<RequestExclusion> builder)
    {
        builder.ToTable("RequestExclusions");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.ByText).HasMaxLength(250);
        builder.Property(x => x.LiftedByText).HasMaxLength(250);
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.Ignore(x => x.Holds);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.RequestId);

        // Asked for whenever somebody's rights are read; and nobody is excluded twice at once.
        builder.HasIndex(x => new { x.UserId, x.RequestId }).IsUnique().HasFilter("\"LiftedAt\" IS NULL").HasDatabaseName("IX_RequestExclusions_Standing");
    }
}

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("HistoryEntries");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Title).HasMaxLength(HistoryEntry.TitleMaxLength);
        builder.Property(h => h.ActorText).HasMaxLength(250);
        builder.Property(h => h.StepId).HasMaxLength(60);
        builder.HasOne<WorkItem>().WithMany().HasForeignKey(h => h.WorkItemId);
    }
}
