using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Intake.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Agenda.Data;

internal sealed class AgendaEntryConfiguration : IEntityTypeConfiguration<AgendaEntry>
{
    public void Configure(EntityTypeBuilder<AgendaEntry> builder)
    {
        builder.ToTable("AgendaEntries", table => table.HasCheckConstraint("CK_AgendaEntries_OneSubject", """("RequestId" IS NULL) <> ("Sender" IS NULL)"""));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Label);
        builder.Property(a => a.ClosedByText).HasMaxLength(250);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Year, a.Number }).IsUnique();
        builder.HasIndex(a => a.RequestId).IsUnique();
        builder.HasIndex(a => new { a.RequestId, a.ClosedAt }, "IX_AgendaEntries_Open").HasFilter("\"ClosedAt\" IS NULL");
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);

        // Sender, subject and notes have no length here: of a rahasia letter they are stored encrypted, which is longer.
        builder.OwnsOne(a => a.Letter, letter =>
        {
            letter.Property(l => l.Sender).HasColumnName("Sender");
            letter.Property(l => l.Number).HasColumnName("LetterNumber").HasMaxLength(IncomingLetter.NumberMaxLength);
            letter.Property(l => l.DatedOn).HasColumnName("LetterDate");
            letter.Property(l => l.ReceivedOn).HasColumnName("ReceivedOn");
            letter.Property(l => l.Subject).HasColumnName("Subject");
            letter.Property(l => l.IsSecret).HasColumnName("IsSecret");
            letter.Property(l => l.AttachmentCount).HasColumnName("AttachmentCount");
            letter.Property(l => l.SearchKey).HasColumnName("SearchKey");
        });
    }
}

internal sealed class AgendaEventConfiguration : IEntityTypeConfiguration<AgendaEvent>
{
    public void Configure(EntityTypeBuilder<AgendaEvent> builder)
    {
        builder.ToTable("AgendaEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Title).HasMaxLength(AgendaEvent.TitleMaxLength);
        builder.Property(e => e.ActorText).HasMaxLength(250);
        builder.HasIndex(e => new { e.EntryId, e.At });
        builder.HasOne<AgendaEntry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}
