using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Records persons inside another service's write: a known person is updated where the counter corrected something.</summary>
public sealed class PersonService(RegionCatalog regions, AgencyDirectory agencies)
{
    private const string RecordKind = "orang";

    public async Task<PersonRules.Context> ContextAsync(DateTime now, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        return new PersonRules.Context(agency.DateOf(now), regions, agency.Profile.RegencyCode);
    }

    /// <summary>Somebody who is here now. The input must have passed <see cref="PersonRules.Check"/>.</summary>
    public async Task<Person> SaveAsync(WriteScope scope, PersonInput input, CancellationToken cancellationToken)
    {
        var person = await WriteAsync(scope, input, cancellationToken);
        person.LastSeenAt = scope.Now;
        return person;
    }

    /// <summary>As <see cref="SaveAsync"/>, at a desk where the person is not: it does not count as a visit.</summary>
    public Task<Person> CorrectAsync(WriteScope scope, PersonInput input, CancellationToken cancellationToken) => WriteAsync(scope, input, cancellationToken);

    private async Task<Person> WriteAsync(WriteScope scope, PersonInput input, CancellationToken cancellationToken)
    {
        var name = PersonName.Read(input.Name);
        var context = await ContextAsync(scope.Now, cancellationToken);
        var nik = input.Nik.Trim().Length > 0 ? Nik.Read(input.Nik, context.Today, regions, context.RegencyCode).Digits : null;
        var phone = input.Phone.Trim().Length > 0 ? PhoneNumber.Read(input.Phone).Digits : null;
        var known = input.PersonId is { } id ? await scope.Db.Persons.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        if (known is { IsPlaceholder: true })
        {
            throw new InvalidOperationException($"The placeholder {known.Id} was written to as if it were a person.");
        }

        var person = known ?? new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name.Stored,
            NameSearch = name.Search,
            Address = input.Address.Trim(),
            CreatedAt = scope.Now,
            LastSeenAt = scope.Now,
            Version = Guid.CreateVersion7(),
        };
        var text = new AuditText()
            .Changed("nama", known?.Name, name.Stored)
            .Changed("nik", known?.Nik, nik)
            .Changed("kk", known?.FamilyCardNumber, Digits(input.FamilyCardNumber))
            .Changed("telepon", known?.Phone, phone)
            .Changed("alamat", known?.Address, input.Address.Trim())
            .Changed("kecamatan", known?.DistrictCode, OrNull(input.DistrictCode))
            .Changed("desa", known?.VillageCode, OrNull(input.VillageCode))
            .Changed("lahir", known?.BirthDate, input.BirthDate)
            .Changed("kelamin", known?.Sex, input.Sex)
            .Changed("tanpa-nik", known?.NoNikReason, nik is null ? input.NoNikReason.Trim() : null)
            .Changed("nik-alasan", known?.IrregularNikReason, OrNull(input.IrregularNikReason));

        person.Name = name.Stored;
        person.NameSearch = name.Search;
        person.Nik = nik;
        person.NoNikReason = nik is null ? input.NoNikReason.Trim() : null;
        person.IrregularNikReason = OrNull(input.IrregularNikReason);
        person.FamilyCardNumber = Digits(input.FamilyCardNumber);
        person.BirthDate = input.BirthDate;
        person.Sex = input.Sex;
        person.Phone = phone;
        person.PhoneDigits = phone;
        person.Address = input.Address.Trim();
        person.DistrictCode = OrNull(input.DistrictCode);
        person.VillageCode = OrNull(input.VillageCode);
        if (known is null)
        {
            scope.Db.Persons.Add(person);
        }

        if (known is null || text.HasChanges)
        {
            scope.Audit(known is null ? "orang.catat" : "orang.ubah", RecordKind, person.Id, text);
        }

        return person;
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static string? Digits(string familyCard) => familyCard.Trim().Length > 0 ? FamilyCardNumber.Read(familyCard).Digits : null;
}
