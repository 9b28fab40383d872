using System.Globalization;
using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>What a journey books: a member of staff, or a vehicle by its plate.</summary>
public static partial class BookingKeys
{
    public static string Person(Guid staffId) => $"orang:{staffId:N}";

    public static string Vehicle(string plate) => $"kendaraan:{plate}";

    /// <summary>The plate in "Avanza A 1234 XY", written as "A1234XY"; null where there is none.</summary>
    public static string? PlateIn(string vehicle) =>
        Plate().Match(vehicle.ToUpperInvariant()) is { Success: true } found ? found.Value.Replace(" ", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"\b[A-Z]{1,2} ?[0-9]{1,4} ?[A-Z]{1,3}\b", RegexOptions.None, 1000)]
    private static partial Regex Plate();
}

/// <summary>What must be told of migrants, of a team and of a hand-over. The forms and the service ask the same.</summary>
public static class RepatriationRules
{
    public const int MostPeople = 40;
    public const int MostDays = 14;
    public const string Driver = "Pengemudi";

    /// <summary>Why somebody is referred instead: what the two requirements of the standard ask for was not found.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["bukan-warga"] = "Bukan warga Kabupaten Lebak yang memiliki KTP dan keluarga di Kabupaten Lebak",
        ["bukan-korban"] = "Bukan warga migran korban kekerasan",
    };

    /// <summary>Fields of one migrant are named "0.nama"; the form gives them ids of the same name.</summary>
    public static string Field(int migrant, string code) => string.Create(CultureInfo.InvariantCulture, $"{migrant}.{code}");

    public static IReadOnlyList<Refusal> CheckMigrants(IReadOnlyList<Migrant> migrants)
    {
        var refusals = new List<Refusal>();
        if (migrants.Count is 0 or > MostPeople)
        {
            refusals.Add(new Refusal(migrants.Count == 0 ? "Tambahkan orang yang dipulangkan." : $"Paling banyak {MostPeople} orang dalam satu perjalanan.", "Migrants"));
        }

        for (var i = 0; i < migrants.Count; i++)
        {
            var (index, migrant) = (i, migrants[i]);
            CheckFields(refusals, MigrantFields.Person, migrant.Values, code => Field(index, code));
            CheckNik(refusals, migrant[MigrantFields.Nik], Field(index, MigrantFields.Nik));
            if (migrant[MigrantFields.Papers].Length > 0 && migrant[MigrantFields.Papers] != MigrantFields.NoPapers && migrant[MigrantFields.PaperNumber].Trim().Length == 0)
            {
                refusals.Add(new Refusal("Isi nomor dokumen.", Field(index, MigrantFields.PaperNumber)));
            }

            if (migrant[MigrantFields.Minor] == MigrantFields.Yes && migrant[MigrantFields.MayReceive].Trim().Length == 0)
            {
                refusals.Add(new Refusal("Isi siapa yang boleh menerima anak ini.", Field(index, MigrantFields.MayReceive)));
            }
        }

        return refusals;
    }

    /// <summary>Never to somebody who is said to have done it; a minor only to those who may receive them.</summary>
    public static IReadOnlyList<Refusal> CheckHandOver(Migrant migrant, IReadOnlyDictionary<string, string> values, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckFields(refusals, MigrantFields.HandOver, values, code => code);
        CheckNik(refusals, values.GetValueOrDefault(MigrantFields.ReceiverNik, ""), MigrantFields.ReceiverNik);
        var receiver = Plain(values.GetValueOrDefault(MigrantFields.Receiver, ""));
        if (receiver.Length > 0 && Names(migrant[MigrantFields.Accused]).Contains(receiver))
        {
            refusals.Add(new Refusal("Berhenti: nama ini tercatat sebagai terduga pelaku. Jangan serahkan kepadanya; hubungi Kepala Bidang.", MigrantFields.Receiver));
        }
        else if (receiver.Length > 0 && migrant[MigrantFields.Minor] == MigrantFields.Yes && !Names(migrant[MigrantFields.MayReceive]).Contains(receiver))
        {
            refusals.Add(new Refusal("Anak hanya boleh diserahkan kepada orang yang tercatat boleh menerimanya.", MigrantFields.Receiver));
        }

        if (DateOnly.TryParseExact(values.GetValueOrDefault(MigrantFields.HandedOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > today)
        {
            refusals.Add(new Refusal("Tanggal serah terima belum datang.", MigrantFields.HandedOn));
        }

        return refusals;
    }

    private static void CheckFields(List<Refusal> refusals, IReadOnlyList<MigrantField> fields, IReadOnlyDictionary<string, string> values, Func<string, string> name)
    {
        foreach (var field in fields)
        {
            var text = values.GetValueOrDefault(field.Code, "").Trim();
            var problem = text switch
            {
                "" => field.IsMandatory ? $"Isi {char.ToLowerInvariant(field.Label[0])}{field.Label[1..]}." : null,
                _ when text.Length > field.MaxLength => $"Paling banyak {field.MaxLength} huruf.",
                _ when field.Kind == MigrantFieldKind.Choice && !field.Choices.Contains(text) => "Pilih salah satu.",
                _ when field.Kind == MigrantFieldKind.Date && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "Isi tanggal.",
                _ => null,
            };
            if (problem is not null)
            {
                refusals.Add(new Refusal(problem, name(field.Code)));
            }
        }
    }

    private static void CheckNik(List<Refusal> refusals, string nik, string field)
    {
        if (nik.Trim().Length > 0 && (nik.Trim().Length != 16 || !nik.Trim().All(char.IsAsciiDigit)))
        {
            refusals.Add(new Refusal("NIK terdiri dari 16 angka.", field));
        }
    }

    private static HashSet<string> Names(string lines) => [.. lines.Split('\n').Select(Plain).Where(n => n.Length > 0)];

    /// <summary>A name without capitals, marks and double spaces, to be compared.</summary>
    private static string Plain(string name) =>
        string.Join(' ', new string([.. name.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
