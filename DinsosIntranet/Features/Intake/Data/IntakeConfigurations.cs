using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Features.Intake.Data;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("Persons");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Nik).HasMaxLength(16);
        builder.Property(p => p.FamilyCardNumber).HasMaxLength(16);
        builder.Property(p => p.NoNikReason).HasMaxLength(Person.ReasonMaxLength);
        builder.Property(p => p.IrregularNikReason).HasMaxLength(Person.ReasonMaxLength);
        builder.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.NameSearch).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.Phone).HasMaxLength(Person.PhoneMaxLength);
        builder.Property(p => p.PhoneDigits).HasMaxLength(Person.PhoneMaxLength);
        builder.Property(p => p.Address).HasMaxLength(Person.AddressMaxLength);
        builder.Property(p => p.DistrictCode).HasMaxLength(8);
        builder.Property(p => p.VillageCode).HasMaxLength(13);
        builder.Property(p => p.Version).IsConcurrencyToken();
        // Nearly all records are merged into nothing; an index of those would be taken for a short way to them.
        builder.HasIndex(p => p.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
        builder.HasIndex(p => p.PhoneDigits);
        builder.HasIndex(p => p.VillageCode);
        builder.HasIndex(p => p.LastSeenAt);

        // With what the search for doubles asks besides, so that it goes through the index alone.
        builder.HasIndex(p => new { p.Nik, p.MergedIntoId });
        builder.HasIndex(p => new { p.NameSearch, p.BirthDate, p.MergedIntoId });
    }
}

internal sealed class PersonWordConfiguration : IEntityTypeConfiguration<PersonWord>
{
    public void Configure(EntityTypeBuilder<PersonWord> builder)
    {
        builder.ToTable("PersonWords");
        builder.HasKey(w => new { w.PersonId, w.Word });
        builder.Property(w => w.Word).HasMaxLength(Person.NameMaxLength);
        builder.HasIndex(w => new { w.Word, w.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonMergeConfiguration : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.ToTable("PersonMerges");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.MergedByText).HasMaxLength(250);
        builder.Property(m => m.Reason).HasMaxLength(PersonMerge.ReasonMaxLength);
        builder.Property(m => m.UndoneByText).HasMaxLength(250);
        builder.Property(m => m.UndoneReason).HasMaxLength(PersonMerge.ReasonMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.MergedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.LosingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WithdrawalConfiguration : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("Withdrawals");
        builder.HasKey(w => w.RequestId);
        builder.Property(w => w.RequestId).ValueGeneratedNever();
        builder.Property(w => w.IdentityKind).HasMaxLength(40);
        builder.HasOne<ServiceRequest>().WithOne().HasForeignKey<Withdrawal>(w => w.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuestBookEntryConfiguration : IEntityTypeConfiguration<GuestBookEntry>
{
    public void Configure(EntityTypeBuilder<GuestBookEntry> builder)
    {
        builder.ToTable("GuestBookEntries");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.ToUnitCode).HasMaxLength(40);
        builder.Property(g => g.IdCardLeft).HasMaxLength(40);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.Ignore(g => g.Label);
        builder.HasIndex(g => new { g.Day, g.Number }).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(g => g.ReceivedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceRequestConfiguration : IEntityTypeConfiguration<ServiceRequest>
{
    public void Configure(EntityTypeBuilder<ServiceRequest> builder)
    {
        builder.ToTable("ServiceRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(ServiceRequest.NumberMaxLength);
        builder.Property(r => r.StandardCode).HasMaxLength(StandardVersion.CodeMaxLength);
        builder.Property(r => r.ChannelCode).HasMaxLength(40);
        builder.Property(r => r.Relation).HasMaxLength(ServiceRequest.RelationMaxLength);
        builder.Property(r => r.PurposeCode).HasMaxLength(40);
        builder.Property(r => r.ReplacementReason).HasMaxLength(Letters.Domain.Letter.ReasonMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.StandardCode, r.ReceivedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ApplicantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StandardVersion>().WithMany().HasForeignKey(r => r.StandardVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Requirements).WithOne().HasForeignKey(q => q.RequestId);
    }
}

internal sealed class RequestRequirementConfiguration : IEntityTypeConfiguration<RequestRequirement>
{
    public void Configure(EntityTypeBuilder<RequestRequirement> builder)
    {
        builder.ToTable("RequestRequirements");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Code).HasMaxLength(60);
        builder.HasIndex(q => new { q.RequestId, q.Code }).IsUnique();
    }
}

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.ToTable("HandOvers");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.CollectorName).HasMaxLength(Person.NameMaxLength);
        builder.Property(h => h.IdentityKind).HasMaxLength(40);
        builder.Property(h => h.IdentityNumber).HasMaxLength(40);
        builder.Property(h => h.ProxyRelation).HasMaxLength(60);
        builder.Property(h => h.ProxyLetter).HasMaxLength(120);
        builder.Property(h => h.Note).HasMaxLength(300);
        builder.Property(h => h.DocumentTitle).HasMaxLength(HandOverRules.DocumentTitleMaxLength);
        builder.Property(h => h.DocumentNumber).HasMaxLength(HandOverRules.DocumentNumberMaxLength);
        builder.HasIndex(h => h.LetterId).IsUnique();
        builder.HasOne<ServiceRequest>().WithMany().HasForeignKey(h => h.RequestId).OnDelete(DeleteBehavior.Restrict);
    }
}
