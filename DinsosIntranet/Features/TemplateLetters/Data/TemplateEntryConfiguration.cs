using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.TemplateLetters.Data;

internal sealed class TemplateEntryConfiguration : IEntityTypeConfiguration<TemplateEntry>
{
    public void Configure(EntityTypeBuilder<TemplateEntry> builder)
    {
        builder.ToTable("TemplateEntries");
        builder.HasKey(e => e.RequestId);
        builder.Property(e => e.RequestId).ValueGeneratedNever();
        builder.Ignore(e => e.Answers);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<TemplateEntry>(e => e.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
