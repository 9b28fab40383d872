using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.PublicInformation.Data;

internal sealed class InformationRequestConfiguration : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.ToTable("InformationRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.OrganisationName).HasMaxLength(InformationRequest.NameMaxLength);
        builder.Property(r => r.OrganisationProof).HasMaxLength(InformationRequest.ProofMaxLength);
        builder.Property(r => r.Occupation).HasMaxLength(InformationRequest.OccupationMaxLength);
        builder.Property(r => r.Email).HasMaxLength(InformationRequest.EmailMaxLength);
        builder.Property(r => r.ProxyName).HasMaxLength(Person.NameMaxLength);
        builder.Property(r => r.ProxyIdentity).HasMaxLength(InformationHandOver.IdentityMaxLength);
        builder.Property(r => r.ProxyLetter).HasMaxLength(InformationRequest.ProofMaxLength);
        builder.Property(r => r.Detail).HasMaxLength(InformationRequest.DetailMaxLength);
        builder.Property(r => r.Purpose).HasMaxLength(InformationRequest.PurposeMaxLength);
        builder.Property(r => r.DeliveryAddress).HasMaxLength(InformationRequest.DeliveryMaxLength);
        builder.Property(r => r.DecisionReason).HasMaxLength(InformationRequest.ReasonMaxLength);
        builder.Property(r => r.OtherBody).HasMaxLength(InformationRequest.NameMaxLength);
        builder.Property(r => r.OtherBodyAddress).HasMaxLength(InformationRequest.AddressMaxLength);
        builder.Property(r => r.ReferralNote).HasMaxLength(InformationRequest.ReasonMaxLength);
        builder.Property(r => r.PublicEntryCode).HasMaxLength(InformationRequest.EntryCodeMaxLength);
        builder.Property(r => r.PublicEntryWhere).HasMaxLength(InformationRequest.EntryWhereMaxLength);
        builder.Property(r => r.AvailableWhen).HasMaxLength(InformationRequest.ProofMaxLength);
        builder.Property(r => r.RedactionNote).HasMaxLength(InformationRequest.ReasonMaxLength);
        builder.Property(r => r.RefusalNote).HasMaxLength(InformationRequest.ReasonMaxLength);
        builder.Property(r => r.ExtensionReasonCode).HasMaxLength(40);
        builder.Property(r => r.ExtensionReason).HasMaxLength(InformationRequest.ReasonMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.IsFlagged);
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<InformationRequest>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InformationItemConfiguration : IEntityTypeConfiguration<InformationItem>
{
    public void Configure(EntityTypeBuilder<InformationItem> builder)
    {
        builder.ToTable("InformationItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Title).HasMaxLength(InformationItem.TitleMaxLength);
        builder.Property(i => i.Redaction).HasMaxLength(InformationItem.RedactionMaxLength);
        builder.Ignore(i => i.FilePurpose);
        builder.HasIndex(i => i.RequestId);
        builder.HasOne<InformationRequest>().WithMany().HasForeignKey(i => i.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExclusionTestConfiguration : IEntityTypeConfiguration<ExclusionTest>
{
    public void Configure(EntityTypeBuilder<ExclusionTest> builder)
    {
        builder.ToTable("ExclusionTests");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Information).HasMaxLength(ExclusionTest.InformationMaxLength);
        builder.Property(t => t.OtherLaw).HasMaxLength(ExclusionTest.LawMaxLength);
        builder.Property(t => t.IfOpened).HasMaxLength(ExclusionTest.ConsequenceMaxLength);
        builder.Property(t => t.IfClosed).HasMaxLength(ExclusionTest.ConsequenceMaxLength);
        builder.Property(t => t.Period).HasMaxLength(ExclusionTest.PeriodMaxLength);
        builder.Ignore(t => t.LegalBasis);
        builder.HasIndex(t => t.RequestId);
        builder.HasOne<InformationRequest>().WithMany().HasForeignKey(t => t.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InformationHandOverConfiguration : IEntityTypeConfiguration<InformationHandOver>
{
    public void Configure(EntityTypeBuilder<InformationHandOver> builder)
    {
        builder.ToTable("InformationHandOvers");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.ReceiverName).HasMaxLength(Person.NameMaxLength);
        builder.Property(h => h.ReceiverIdentity).HasMaxLength(InformationHandOver.IdentityMaxLength);
        builder.Property(h => h.Note).HasMaxLength(InformationHandOver.NoteMaxLength);
        builder.HasIndex(h => h.RequestId);
        builder.HasIndex(h => h.LetterId).IsUnique();
        builder.HasOne<InformationRequest>().WithMany().HasForeignKey(h => h.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(h => h.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}
