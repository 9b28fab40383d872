using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agenda.Domain;

/// <summary>What a letter in the book must say, and how it was corrected.</summary>
public static class LetterRules
{
    /// <summary>A date before this is a slip of the finger, not an old letter.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public static IReadOnlyList<Refusal> Check(LetterInput input, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckText(refusals, input.Sender, nameof(input.Sender), IncomingLetter.SenderMaxLength, "Tulis pengirim surat.");
        CheckText(refusals, input.Number, nameof(input.Number), IncomingLetter.NumberMaxLength, null);
        if (input.DatedOn is { } dated && (dated < Earliest || dated > today))
        {
            refusals.Add(new Refusal("Tulis tanggal surat yang benar, paling lambat hari ini.", nameof(input.DatedOn)));
        }

        if (input.ReceivedOn is not { } received || received < Earliest || received > today)
        {
            refusals.Add(new Refusal("Tulis tanggal diterima, paling lambat hari ini.", nameof(input.ReceivedOn)));
        }
        else if (input.DatedOn is { } day && received < day)
        {
            refusals.Add(new Refusal("Tanggal diterima tidak boleh sebelum tanggal surat.", nameof(input.ReceivedOn)));
        }

        CheckText(refusals, input.Subject, nameof(input.Subject), IncomingLetter.SubjectMaxLength, "Tulis hal surat.");
        if (input.AttachmentCount is < 0 or > IncomingLetter.MostAttachments)
        {
            refusals.Add(new Refusal($"Jumlah lampiran 0 sampai {IncomingLetter.MostAttachments}.", nameof(input.AttachmentCount)));
        }

        return refusals;
    }

    /// <summary>Writes the input into the letter and says what was there before, field by field; empty where nothing differs.</summary>
    public static IReadOnlyList<string> Correct(AgendaEntry entry, LetterInput input)
    {
        var letter = entry.Letter ?? throw new InvalidOperationException($"Agenda entry {entry.Label} stands for a request.");
        var changes = new List<string>();
        void Note(string name, string before, string after)
        {
            if (before != after)
            {
                changes.Add($"{name}: semula {before}, menjadi {after}");
            }
        }

        var (sender, number, subject) = (Clean(input.Sender)!, Clean(input.Number), Clean(input.Subject)!);
        Note("Pengirim", $"“{letter.Sender}”", $"“{sender}”");
        Note("Nomor surat", letter.Number ?? "tanpa nomor", number ?? "tanpa nomor");
        Note("Tanggal surat", Day(letter.DatedOn), Day(input.DatedOn));
        Note("Diterima", Day(letter.ReceivedOn), Day(input.ReceivedOn));
        Note("Hal", $"“{letter.Subject}”", $"“{subject}”");
        Note("Sifat", Character(entry.Urgency, letter.IsSecret), Character(input.Urgency, input.IsSecret));
        Note("Lampiran", Count(letter.AttachmentCount), Count(input.AttachmentCount ?? 0));
        (letter.Sender, letter.Number, letter.DatedOn, letter.ReceivedOn) = (sender, number, input.DatedOn, input.ReceivedOn!.Value);
        (letter.Subject, letter.IsSecret, letter.AttachmentCount) = (subject, input.IsSecret, input.AttachmentCount ?? 0);
        entry.Urgency = input.Urgency;
        letter.RefreshSearchKey();
        return changes;
    }

    /// <summary>"Segera, rahasia".</summary>
    public static string Character(Urgency urgency, bool isSecret) => isSecret ? $"{urgency.Name()}, rahasia" : urgency.Name();

    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean : null;

    private static string Day(DateOnly? day) => day is { } date ? IndonesianDates.Short(date) : "tanpa tanggal";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void CheckText(List<Refusal> refusals, string? text, string field, int most, string? missing)
    {
        var clean = Clean(text);
        if (clean is null && missing is not null)
        {
            refusals.Add(new Refusal(missing, field));
        }
        else if (clean?.Length > most)
        {
            refusals.Add(new Refusal($"Paling banyak {most} huruf.", field));
        }
    }
}
