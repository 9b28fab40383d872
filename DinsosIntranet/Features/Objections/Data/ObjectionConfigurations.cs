using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Objections.Data;

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objections");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Number).HasMaxLength(Objection.NumberMaxLength);
        builder.Property(o => o.CaseText).HasMaxLength(Objection.CaseMaxLength);
        builder.Property(o => o.Purpose).HasMaxLength(Objection.PurposeMaxLength);
        builder.Property(o => o.ProxyName).HasMaxLength(Person.NameMaxLength);
        builder.Property(o => o.ProxyAddress).HasMaxLength(Objection.AddressMaxLength);
        builder.Property(o => o.ProxyIdentity).HasMaxLength(Objection.IdentityMaxLength);
        builder.Property(o => o.ProxyLetter).HasMaxLength(Objection.AuthorityMaxLength);
        builder.Property(o => o.DecisionReason).HasMaxLength(Objection.ReasonMaxLength);
        builder.Property(o => o.SuperiorText).HasMaxLength(Objection.ActorTextMaxLength);
        builder.Property(o => o.ResponseNote).HasMaxLength(Objection.NoteMaxLength);
        builder.Property(o => o.WithdrawnReason).HasMaxLength(Objection.NoteMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.State);
        builder.Ignore(o => o.IsWon);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.ReceivedAt);

        // Two people at once register one objection, not two.
        builder.HasIndex(o => o.RequestId).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Objections_OneOpen");
        builder.HasIndex(o => new { o.RequestId, o.ReceivedAt });
        builder.HasOne<InformationRequest>().WithMany().HasForeignKey(o => o.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(o => o.FormLetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(o => o.AnswerLetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(o => o.FollowRequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SuperiorConfiguration : IEntityTypeConfiguration<Superior>
{
    public void Configure(EntityTypeBuilder<Superior> builder)
    {
        builder.ToTable("Superiors");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(OutsideAnswerInput.NameMaxLength);
        builder.Property(s => s.Title).HasMaxLength(OutsideAnswerInput.TitleMaxLength);
    }
}
