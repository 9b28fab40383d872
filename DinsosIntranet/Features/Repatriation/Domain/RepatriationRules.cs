using System.Globalization;
using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>What a journey books: a member of staff, or a vehicle by its plate.</summary>
public static partial class BookingKeys
{
    public const string PersonPrefix = "orang:";
    public const string VehiclePrefix = "kendaraan:";

    public static string Person(Guid staffId) => $"{PersonPrefix}{staffId:N}";

    public static string Vehicle(string plate) => VehiclePrefix + plate;

    /// <summary>The plate in "Avanza A 1234 XY", written as "A1234XY"; null where there is none.</summary>
    public static string? PlateIn(string vehicle) =>
        Plate().Match(vehicle.ToUpperInvariant()) is { Success: true } found ? found.Value.Replace(" ", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"\b[A-Z]{1,2} ?[0-9]{1,4} ?[A-Z]{1,3}\b", RegexOptions.None, 1000)]
    private static partial Regex Plate();
}

/// <summary>What must be told of migrants, of a hand-over and of a visit. The forms and the service ask the same.</summary>
public static class RepatriationRules
{
    public const int MostPeople = 40;
    public const int MostDays = 14;
    public const int LatestVisitDays = 90;
    public const string Driver = "Pengemudi";

    /// <summary>Why somebody is referred instead: what the two requirements of the standard ask for was not found.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["bukan-warga"] = "Bukan warga Kabupaten Lebak yang memiliki KTP dan keluarga di Kabupaten Lebak",
        ["bukan-korban"] = "Bukan warga migran korban kekerasan",
    };

    /// <summary>Fields of one migrant are named "0.nama"; the form gives them ids of the same name.</summary>
    public static string Field(int migrant, string code) => string.Create(CultureInfo.InvariantCulture, $"{migrant}.{code}");

    /// <summary><paramref name="knows"/> says whether a field of choices offers a code.</summary>
    public static IReadOnlyList<Refusal> CheckMigrants(IReadOnlyList<Migrant> migrants, Func<MigrantField, string, bool> knows, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (migrants.Count is 0 or > MostPeople)
        {
            refusals.Add(new Refusal(migrants.Count == 0 ? "Tambahkan orang yang dipulangkan." : $"Paling banyak {MostPeople} orang dalam satu perjalanan.", "Migrants"));
        }

        if (migrants.Select(m => m.Id).Distinct().Count() != migrants.Count)
        {
            refusals.Add(new Refusal("Satu orang tercantum dua kali.", "Migrants"));
        }

        for (var i = 0; i < migrants.Count; i++)
        {
            var (index, migrant) = (i, migrants[i]);
            CheckFields(refusals, MigrantFields.Person, migrant.Values, code => Field(index, code), knows);
            CheckNik(refusals, migrant[MigrantFields.Nik], Field(index, MigrantFields.Nik));
            CheckBirth(refusals, migrant, index, today);
            if (migrant[MigrantFields.Papers].Length > 0 && migrant[MigrantFields.Papers] != MigrantFields.NoPapers && migrant[MigrantFields.PaperNumber].Trim().Length == 0)
            {
                refusals.Add(new Refusal("Isi nomor dokumen.", Field(index, MigrantFields.PaperNumber)));
            }

            if (migrant.IsMinor && migrant[MigrantFields.MayReceive].Trim().Length == 0)
            {
                refusals.Add(new Refusal("Isi siapa yang boleh menerima anak ini.", Field(index, MigrantFields.MayReceive)));
            }

            if (Names(migrant[MigrantFields.MayReceive]).Overlaps(Names(migrant[MigrantFields.Accused])))
            {
                refusals.Add(new Refusal("Seorang terduga pelaku tercantum sebagai yang boleh menerima.", Field(index, MigrantFields.MayReceive)));
            }
        }

        return refusals;
    }

    /// <summary>Never to somebody who is said to have done it; a minor only to those who may receive them.</summary>
    public static IReadOnlyList<Refusal> CheckHandOver(Migrant migrant, IReadOnlyDictionary<string, string> values, Func<MigrantField, string, bool> knows, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckFields(refusals, MigrantFields.HandOver, values, code => code, knows);
        CheckNik(refusals, values.GetValueOrDefault(MigrantFields.ReceiverNik, ""), MigrantFields.ReceiverNik);
        var receiver = Plain(values.GetValueOrDefault(MigrantFields.Receiver, ""));
        if (receiver.Length > 0 && Names(migrant[MigrantFields.Accused]).Contains(receiver))
        {
            refusals.Add(new Refusal("Berhenti: nama ini tercatat sebagai terduga pelaku. Jangan serahkan kepadanya; hubungi Kepala Bidang.", MigrantFields.Receiver));
        }
        else if (receiver.Length > 0 && migrant.IsMinor && !Names(migrant[MigrantFields.MayReceive]).Contains(receiver))
        {
            refusals.Add(new Refusal("Anak hanya boleh diserahkan kepada orang yang tercatat boleh menerimanya.", MigrantFields.Receiver));
        }

        if (Migrant.Day(values, MigrantFields.HandedOn) is { } day)
        {
            if (day > today)
            {
                refusals.Add(new Refusal("Tanggal serah terima belum datang.", MigrantFields.HandedOn));
            }

            if (Migrant.Day(values, MigrantFields.VisitOn) is { } visit && (visit <= day || visit > day.AddDays(LatestVisitDays)))
            {
                refusals.Add(new Refusal($"Kunjungan lanjut sesudah serah terima, paling lambat {LatestVisitDays} hari.", MigrantFields.VisitOn));
            }
        }

        return refusals;
    }

    /// <summary>Somebody whose name is one of those who may receive nobody; asked while it is typed, to warn before it is refused.</summary>
    public static bool IsAccused(Migrant migrant, string receiver) => Plain(receiver) is { Length: > 0 } plain && Names(migrant[MigrantFields.Accused]).Contains(plain);

    public static IReadOnlyList<Refusal> CheckMissed(IReadOnlyDictionary<string, string> values, Func<MigrantField, string, bool> knows)
    {
        var refusals = new List<Refusal>();
        CheckFields(refusals, MigrantFields.Missed, values, code => code, knows);
        return refusals;
    }

    public static IReadOnlyList<Refusal> CheckVisit(IReadOnlyDictionary<string, string> values, Func<MigrantField, string, bool> knows, DateOnly handedOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckFields(refusals, MigrantFields.Visit, values, code => code, knows);
        if (Migrant.Day(values, MigrantFields.HandedOn) is { } day && (day < handedOn || day > today))
        {
            refusals.Add(new Refusal("Tanggal kunjungan sejak serah terima sampai hari ini.", MigrantFields.HandedOn));
        }

        return refusals;
    }

    private static void CheckFields(List<Refusal> refusals, IReadOnlyList<MigrantField> fields, IReadOnlyDictionary<string, string> values, Func<string, string> name, Func<MigrantField, string, bool> knows)
    {
        foreach (var field in fields)
        {
            var text = values.GetValueOrDefault(field.Code, "").Trim();
            var problem = text switch
            {
                "" => field.IsMandatory ? Missing(field) : null,
                _ when text.Length > field.MaxLength => $"Paling banyak {field.MaxLength} huruf.",
                _ when field.Kind == MigrantFieldKind.Choice && !knows(field, text) => "Pilih salah satu.",
                _ when field.Kind == MigrantFieldKind.Date && Migrant.Day(values, field.Code) is null => "Isi tanggal.",
                _ => null,
            };
            if (problem is not null)
            {
                refusals.Add(new Refusal(problem, name(field.Code)));
            }
        }
    }

    private static string Missing(MigrantField field)
    {
        var label = field.Label.StartsWith("NIK", StringComparison.Ordinal) ? field.Label : char.ToLowerInvariant(field.Label[0]) + field.Label[1..];
        return field.Code == MigrantFields.Minor ? "Pilih Ya atau Tidak." : field.Kind == MigrantFieldKind.Choice ? $"Pilih {label}." : $"Isi {label}.";
    }

    private static void CheckNik(List<Refusal> refusals, string nik, string field)
    {
        if (nik.Trim().Length > 0 && (nik.Trim().Length != 16 || !nik.Trim().All(char.IsAsciiDigit)))
        {
            refusals.Add(new Refusal("NIK terdiri dari 16 angka.", field));
        }
    }

    /// <summary>Whoever is under age by the day of birth is treated as a minor.</summary>
    private static void CheckBirth(List<Refusal> refusals, Migrant migrant, int index, DateOnly today)
    {
        if (Migrant.Day(migrant.Values, MigrantFields.Birth) is not { } born)
        {
            return;
        }

        if (born > today)
        {
            refusals.Add(new Refusal("Tanggal lahir belum datang.", Field(index, MigrantFields.Birth)));
        }
        else if (born > today.AddYears(-18) && !migrant.IsMinor)
        {
            refusals.Add(new Refusal("Menurut tanggal lahirnya di bawah 18 tahun. Pilih Ya.", Field(index, MigrantFields.Minor)));
        }
    }

    private static HashSet<string> Names(string lines) => [.. lines.Split('\n').Select(Plain).Where(n => n.Length > 0)];

    /// <summary>A name without capitals, marks and double spaces, to be compared.</summary>
    private static string Plain(string name) =>
        string.Join(' ', new string([.. name.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
