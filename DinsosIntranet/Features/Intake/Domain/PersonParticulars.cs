using System.Globalization;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// One particular of a person: what belongs together is corrected, compared and chosen together (a NIK with the reason for
/// it, an address with its village). <paramref name="Value"/> is equal where two persons agree; <paramref name="Copy"/> takes
/// it from the first to the second.
/// </summary>
public sealed record PersonParticular(string Code, string Name, Func<PersonInput, string> Value, Action<PersonInput, PersonInput> Copy)
{
    /// <summary>Stands on the receipt the applicant takes home.</summary>
    public bool IsOnReceipt { get; init; }

    /// <summary>Stands in letters made out for the person.</summary>
    public bool IsOnLetter { get; init; } = true;
}

/// <summary>All particulars of a person, in the order of the form.</summary>
public static class PersonParticulars
{
    /// <summary>Registers are asked by it: with another NIK it is another person to them.</summary>
    public static PersonParticular Nik { get; } = new(
        "nik",
        "NIK",
        p => Joined(IdentityDigits.Strip(p.Nik), p.Nik.Trim().Length == 0 ? p.NoNikReason : "", p.IrregularNikReason),
        (from, to) => (to.Nik, to.NoNikReason, to.IrregularNikReason) = (from.Nik, from.NoNikReason, from.IrregularNikReason))
    { IsOnReceipt = true };

    public static PersonParticular Name { get; } = new("nama", "nama", p => p.Name.Trim(), (from, to) => to.Name = from.Name) { IsOnReceipt = true };

    public static IReadOnlyList<PersonParticular> All { get; } =
    [
        Nik,
        Name,
        new("lahir", "tanggal lahir", p => p.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", (from, to) => to.BirthDate = from.BirthDate),
        new("kelamin", "jenis kelamin", p => p.Sex?.ToString() ?? "", (from, to) => to.Sex = from.Sex) { IsOnLetter = false },
        new("kk", "nomor KK", p => IdentityDigits.Strip(p.FamilyCardNumber), (from, to) => to.FamilyCardNumber = from.FamilyCardNumber),
        new(
            "alamat",
            "alamat",
            p => Joined(p.Address, p.DistrictCode, p.VillageCode),
            (from, to) => (to.Address, to.DistrictCode, to.VillageCode) = (from.Address, from.DistrictCode, from.VillageCode)),
        new("telepon", "telepon", p => PhoneNumber.Read(p.Phone).Digits, (from, to) => to.Phone = from.Phone) { IsOnLetter = false },
    ];

    public static IReadOnlyList<PersonParticular> Differences(PersonInput one, PersonInput other) => [.. All.Where(p => p.Value(one) != p.Value(other))];

    private static string Joined(params IEnumerable<string> parts) => string.Join('\n', parts.Select(p => p.Trim()));
}
