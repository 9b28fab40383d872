using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>A log entry as it is filled in.</summary>
public sealed record LogInput
{
    public LogKind? Kind { get; set; }

    public DateOnly? HappenedOn { get; set; }

    public string Place { get; set; } = "";

    public string People { get; set; } = "";

    public string Found { get; set; } = "";
}

/// <summary>The written result as it is filled in.</summary>
public sealed record FindingInput
{
    public Verdict? Verdict { get; set; }

    public string Facts { get; set; } = "";

    public string Recommendation { get; set; } = "";
}

/// <summary>What the superior of the head decided, from their own letter.</summary>
public sealed record SuperiorDecision
{
    public string Number { get; set; } = "";

    public DateOnly? DatedOn { get; set; }

    public FindingInput Finding { get; init; } = new();
}

/// <summary>An answer as it is prepared.</summary>
public sealed record ReplyInput
{
    public string Text { get; set; } = "";

    public string Way { get; set; } = "";
}

/// <summary>That an answer reached the complainant, as it is recorded: when, and by which proof.</summary>
public sealed record ConveyInput
{
    public DateOnly? On { get; set; }

    /// <summary>Whoever took it at the counter, the receipt of the post, the address of the mail, who was on the line.</summary>
    public string Proof { get; set; } = "";
}

/// <summary>The complainant's response, and what becomes of the complaint.</summary>
public sealed record ResponseInput
{
    public Reaction? Reaction { get; set; }

    public string Words { get; set; } = "";

    /// <summary>Not satisfied: answered once more; false: closed with the reason.</summary>
    public bool? AnswerAgain { get; set; }

    public string ClosingReason { get; set; } = "";
}

/// <summary>What must be said at each step of an examination; forms and services ask the same.</summary>
public static class InvestigationRules
{
    /// <summary>An answer the complainant was not satisfied with is given once more, then the complaint is closed with a reason.</summary>
    public const int MostAnswers = 2;

    public static IReadOnlyList<Refusal> Check(LogInput input, DateOnly receivedOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.Require(refusals, input.Kind is not { } kind || !Enum.IsDefined(kind), "Pilih kegiatannya.", nameof(input.Kind));
        var problem = input.HappenedOn switch
        {
            null => "Isi tanggal kegiatan.",
            { } day when day > today => "Tanggal kegiatan belum tiba.",
            { } day when day < receivedOn => "Tanggal kegiatan sebelum pengaduan diterima.",
            _ => null,
        };
        ComplaintRules.Require(refusals, problem is not null, problem ?? "", nameof(input.HappenedOn));
        ComplaintRules.RequireText(refusals, input.Place, "Isi tempatnya.", nameof(input.Place), ComplaintLogEntry.PlaceMaxLength);
        ComplaintRules.RequireText(refusals, input.People, "Isi siapa yang hadir atau ditemui.", nameof(input.People), ComplaintLogEntry.PeopleMaxLength);
        ComplaintRules.RequireText(refusals, input.Found, "Tulis apa yang dibahas atau ditemukan.", nameof(input.Found), ComplaintLogEntry.FoundMaxLength);
        return refusals;
    }

    public static IReadOnlyList<Refusal> Check(FindingInput input)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.RequireText(refusals, input.Facts, "Tulis fakta yang ditemukan.", nameof(input.Facts), ComplaintFinding.FactsMaxLength);
        ComplaintRules.Require(refusals, input.Verdict is not { } verdict || !Enum.IsDefined(verdict), "Pilih kesimpulannya.", nameof(input.Verdict));
        ComplaintRules.RequireText(refusals, input.Recommendation, "Tulis rekomendasinya.", nameof(input.Recommendation), ComplaintFinding.RecommendationMaxLength);
        return refusals;
    }

    public static IReadOnlyList<Refusal> Check(SuperiorDecision input, DateOnly receivedOn, DateOnly today)
    {
        List<Refusal> refusals = [];
        CheckReference(refusals, input.Number);
        ComplaintRules.Require(refusals, input.DatedOn is not { } day || day > today || day < receivedOn, "Isi tanggal surat atasan, sejak pengaduan diterima sampai hari ini.", nameof(input.DatedOn));
        refusals.AddRange(Check(input.Finding));
        return refusals;
    }

    public static void CheckReference(List<Refusal> refusals, string number) =>
        ComplaintRules.RequireText(refusals, number, "Isi nomor surat atasan.", nameof(SuperiorDecision.Number), ComplaintAnswer.ReferenceMaxLength - 30);

    public static IReadOnlyList<Refusal> Check(ReplyInput input, IReadOnlyList<AnswerWay> ways)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.RequireText(refusals, input.Text, "Tulis isi jawabannya.", nameof(input.Text), ComplaintAnswer.TextMaxLength);
        ComplaintRules.Require(refusals, ways.All(w => w.Code != input.Way), "Pilih cara jawaban disampaikan.", nameof(input.Way));
        return refusals;
    }

    public static IReadOnlyList<Refusal> Check(ConveyInput input, AnswerWay way, DateOnly preparedOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.Require(refusals, input.On is not { } day || day > today || day < preparedOn, "Isi tanggal disampaikan, sejak jawaban disiapkan sampai hari ini.", nameof(input.On));
        if (!way.IsNone)
        {
            ComplaintRules.Require(refusals, string.IsNullOrWhiteSpace(input.Proof), "Isi buktinya: siapa yang menerima, nomor resi, atau alamat tujuan.", nameof(input.Proof));
        }

        ComplaintRules.Limit(refusals, input.Proof, nameof(input.Proof), ComplaintAnswer.ReferenceMaxLength);
        return refusals;
    }

    /// <summary>A response as it may be recorded: silence only after the days for it, a second answer only once.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="answers">How many answers were given after the examination.</param>
    /// <param name="silentFrom">The first day on which silence counts.</param>
    /// <param name="today">The agency's day.</param>
    public static IReadOnlyList<Refusal> Check(ResponseInput input, int answers, DateOnly silentFrom, DateOnly today)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.Require(refusals, input.Reaction is not { } reaction || !Enum.IsDefined(reaction), "Pilih tanggapan pengadu.", nameof(input.Reaction));
        ComplaintRules.Require(refusals, input.Reaction == Reaction.None && today < silentFrom, $"Pengadu masih dapat menanggapi sampai {silentFrom.AddDays(-1):dd'/'MM'/'yyyy}.", nameof(input.Reaction));
        ComplaintRules.Limit(refusals, input.Words, nameof(input.Words), ComplaintAnswer.NoteMaxLength);
        ComplaintRules.Limit(refusals, input.ClosingReason, nameof(input.ClosingReason), Complaint.NoteMaxLength);
        if (input.Reaction == Reaction.Unsatisfied)
        {
            ComplaintRules.Require(refusals, string.IsNullOrWhiteSpace(input.Words), "Tulis apa yang belum memuaskan pengadu.", nameof(input.Words));
            ComplaintRules.Require(refusals, input.AnswerAgain is null, "Pilih dijawab sekali lagi atau ditutup.", nameof(input.AnswerAgain));
            ComplaintRules.Require(refusals, input.AnswerAgain == true && answers >= MostAnswers, "Sudah dijawab dua kali. Tutup dengan alasannya.", nameof(input.AnswerAgain));
            ComplaintRules.Require(refusals, input.AnswerAgain == false && string.IsNullOrWhiteSpace(input.ClosingReason), "Tulis alasan pengaduan ditutup.", nameof(input.ClosingReason));
        }

        return refusals;
    }
}
