using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Regions;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>A person as typed at the counter; PersonId names the known person whose data is used (and updated).</summary>
public sealed record PersonInput
{
    public Guid? PersonId { get; set; }

    public string Nik { get; set; } = "";

    /// <summary>Why there is no NIK; a NIK or this.</summary>
    public string NoNikReason { get; set; } = "";

    /// <summary>Why an irregular NIK is right all the same ("NIK sesuai KTP, data lama").</summary>
    public string IrregularNikReason { get; set; } = "";

    public string FamilyCardNumber { get; set; } = "";

    public string Name { get; set; } = "";

    public DateOnly? BirthDate { get; set; }

    public Sex? Sex { get; set; }

    public string Phone { get; set; } = "";

    public string Address { get; set; } = "";

    public string DistrictCode { get; set; } = "";

    public string VillageCode { get; set; } = "";

    /// <summary>The data of a known person, as a form shows them.</summary>
    public static PersonInput Of(Person person) => new()
    {
        PersonId = person.Id,
        Nik = person.Nik ?? "",
        NoNikReason = person.NoNikReason ?? "",
        IrregularNikReason = person.IrregularNikReason ?? "",
        FamilyCardNumber = person.FamilyCardNumber ?? "",
        Name = person.Name,
        BirthDate = person.BirthDate,
        Sex = person.Sex,
        Phone = person.Phone ?? "",
        Address = person.Address,
        DistrictCode = person.DistrictCode ?? "",
        VillageCode = person.VillageCode ?? "",
    };
}

/// <summary>
/// What is wrong with a person as typed, in the words shown beside each field; rules.md of the NIK: structure blocks,
/// a date that does not exist may be overridden with a reason, everything else only warns.
/// </summary>
public static class PersonRules
{
    /// <summary>Nobody alive was born before this; what lies before it was mistyped.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public sealed record Context(DateOnly Today, RegionCatalog Regions, string RegencyCode);

    /// <summary>Refusals of one person; field names carry <paramref name="prefix"/>, for example "Applicant.Nik".</summary>
    public static IReadOnlyList<Refusal> Check(PersonInput input, string prefix, Context context)
    {
        var refusals = new List<Refusal>();
        CheckNik(input, prefix, context, refusals);
        Add(refusals, PersonName.Read(input.Name).Findings, prefix + nameof(input.Name));
        if (input.FamilyCardNumber.Trim().Length > 0)
        {
            Add(refusals, FamilyCardNumber.Read(input.FamilyCardNumber).Findings, prefix + nameof(input.FamilyCardNumber));
        }

        if (input.Phone.Trim().Length > 0)
        {
            Add(refusals, PhoneNumber.Read(input.Phone).Findings, prefix + nameof(input.Phone));
        }

        CheckAddress(input, prefix, context, refusals);
        if (input.BirthDate < Earliest)
        {
            refusals.Add(new Refusal("Tanggal lahir tidak terbaca. Tulis hari, bulan, dan tahun seperti di KTP.", prefix + nameof(input.BirthDate)));
        }

        if (input.BirthDate > context.Today)
        {
            refusals.Add(new Refusal("Tanggal lahir belum terjadi. Periksa lagi.", prefix + nameof(input.BirthDate)));
        }

        return refusals;
    }

    /// <summary>Warnings and hints that never block, for the same fields.</summary>
    public static IReadOnlyList<Refusal> Hints(PersonInput input, string prefix, Context context)
    {
        var hints = new List<Refusal>();
        if (input.Nik.Trim().Length > 0)
        {
            var nik = Nik.Read(input.Nik, context.Today, context.Regions, context.RegencyCode);
            AddHints(hints, nik.Findings.Concat(Nik.Compare(nik, input.BirthDate, input.Sex)), prefix + nameof(input.Nik));
        }

        if (input.FamilyCardNumber.Trim().Length > 0)
        {
            AddHints(hints, FamilyCardNumber.Read(input.FamilyCardNumber).Findings, prefix + nameof(input.FamilyCardNumber));
        }

        if (input.Name.Trim().Length > 0)
        {
            AddHints(hints, PersonName.Read(input.Name).Findings, prefix + nameof(input.Name));
        }

        return hints;
    }

    /// <summary>True where the NIK is refused as typed but a reason would do.</summary>
    public static bool NeedsNikReason(PersonInput input, Context context) =>
        input.Nik.Trim().Length > 0
        && Nik.Read(input.Nik, context.Today, context.Regions, context.RegencyCode).Findings is var findings
        && !findings.HasError()
        && findings.Any(f => f.Level == FindingLevel.OverridableError);

    private static void CheckNik(PersonInput input, string prefix, Context context, List<Refusal> refusals)
    {
        if (input.Nik.Trim().Length == 0)
        {
            if (input.NoNikReason.Trim().Length == 0)
            {
                refusals.Add(new Refusal("Isi NIK, atau pilih alasan bila tanpa NIK.", prefix + nameof(input.Nik)));
            }
            else if (input.NoNikReason.Length > Person.ReasonMaxLength)
            {
                refusals.Add(new Refusal($"Alasan paling banyak {Person.ReasonMaxLength} huruf.", prefix + nameof(input.NoNikReason)));
            }

            return;
        }

        var findings = Nik.Read(input.Nik, context.Today, context.Regions, context.RegencyCode).Findings;
        if (findings.AllowSaving(input.IrregularNikReason))
        {
            if (input.IrregularNikReason.Length > Person.ReasonMaxLength)
            {
                refusals.Add(new Refusal($"Alasan paling banyak {Person.ReasonMaxLength} huruf.", prefix + nameof(input.IrregularNikReason)));
            }

            return;
        }

        foreach (var finding in findings.Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError))
        {
            refusals.Add(new Refusal(finding.Message, prefix + nameof(input.Nik)));
        }
    }

    private static void CheckAddress(PersonInput input, string prefix, Context context, List<Refusal> refusals)
    {
        if (input.Address.Trim().Length == 0)
        {
            refusals.Add(new Refusal("Isi alamat (kampung atau jalan, RT/RW).", prefix + nameof(input.Address)));
        }
        else if (input.Address.Length > Person.AddressMaxLength)
        {
            refusals.Add(new Refusal($"Alamat paling banyak {Person.AddressMaxLength} huruf.", prefix + nameof(input.Address)));
        }

        if (context.Regions.District(input.DistrictCode) is null)
        {
            refusals.Add(new Refusal("Pilih kecamatan.", prefix + nameof(input.DistrictCode)));
        }
        else if (context.Regions.VillagesOf(input.DistrictCode).Any() && context.Regions.Village(input.VillageCode)?.DistrictCode != input.DistrictCode)
        {
            refusals.Add(new Refusal("Pilih desa atau kelurahan.", prefix + nameof(input.VillageCode)));
        }
    }

    private static void Add(List<Refusal> refusals, IEnumerable<Finding> findings, string field) =>
        refusals.AddRange(findings.Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError).Select(f => new Refusal(f.Message, field)));

    private static void AddHints(List<Refusal> hints, IEnumerable<Finding> findings, string field) =>
        hints.AddRange(findings.Where(f => f.Level is FindingLevel.Warning or FindingLevel.Info).Select(f => new Refusal(f.Message, field)));
}
