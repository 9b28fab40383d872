using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>A complaint as it is written down; also what a draft of it keeps.</summary>
public sealed record ComplaintInput
{
    /// <summary>The complaint's id from the beginning: evidence uploaded before saving belongs to it.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string Channel { get; set; } = "";

    public string Ticket { get; set; } = "";

    /// <summary>The day it reached the agency; the limit counts from it.</summary>
    public DateOnly? ReceivedOn { get; set; }

    public Anonymity? Anonymity { get; set; }

    public string Name { get; set; } = "";

    public string Nik { get; set; } = "";

    public string Address { get; set; } = "";

    public string Contact { get; set; } = "";

    public string AnswerWay { get; set; } = "";

    public string AnswerTo { get; set; } = "";

    public string SafeContact { get; set; } = "";

    public string LinkedNumber { get; set; } = "";

    public string LinkedStandard { get; set; } = "";

    public string Unit { get; set; } = "";

    public HashSet<Guid> Accused { get; set; } = [];

    public string OtherAccused { get; set; } = "";

    public string EventWhen { get; set; } = "";

    public string EventPlace { get; set; } = "";

    public string Description { get; set; } = "";

    public string Loss { get; set; } = "";

    public string Demand { get; set; } = "";

    /// <summary>An official was there and answered already.</summary>
    public bool IsAnswered { get; set; }

    public AtOnceAnswer Answer { get; set; } = new();

    /// <summary>What is kept encrypted; an anonymous complainant leaves only where an answer may go.</summary>
    public ComplainantData Complainant() => Anonymity == Domain.Anonymity.Anonymous
        ? new ComplainantData { AnswerTo = Optional(AnswerTo), SafeContact = Optional(SafeContact) }
        : new ComplainantData
        {
            Name = PersonName.Read(Name).Stored,
            Nik = Optional(Digits(Nik)),
            Address = Optional(Address),
            Contact = Optional(Contact),
            AnswerTo = Optional(AnswerTo),
            SafeContact = Optional(SafeContact),
        };

    internal static string? Optional(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    internal static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}

/// <summary>An answer given at once: by whom, what was said, how it was taken.</summary>
public sealed record AtOnceAnswer
{
    public Guid? ById { get; set; }

    public string Text { get; set; } = "";

    public Reaction? Reaction { get; set; }

    public string ReactionNote { get; set; } = "";
}

/// <summary>What stands in the way of writing a complaint down; the form and the service ask the same.</summary>
public sealed class ComplaintRules(
    IReadOnlyList<ComplaintChannelKind> channels, IReadOnlyList<AnswerWay> ways, DateOnly today)
{
    /// <summary>A complaint that lay longer than this before it was entered is a slip of the year, not a late entry.</summary>
    public const int MostDaysBack = 365;

    public IReadOnlyList<Refusal> Check(ComplaintInput input)
    {
        var refusals = new List<Refusal>();
        var channel = channels.FirstOrDefault(c => c.Code == input.Channel);
        Require(refusals, channel is null, "Pilih saluran masuk.", nameof(input.Channel));
        if (channel is { AsksTicket: true })
        {
            Require(refusals, !IsTicket(input.Ticket), "Isi nomor tiket SP4N-LAPOR!, 5 sampai 12 angka.", nameof(input.Ticket));
        }

        CheckDay(refusals, input);
        CheckComplainant(refusals, input);
        CheckAnswerWay(refusals, input);
        RequireText(refusals, input.Description, "Tulis uraian pengaduan.", nameof(input.Description), Complaint.DescriptionMaxLength);
        Limit(refusals, input.EventWhen, nameof(input.EventWhen), Complaint.WhenMaxLength);
        Limit(refusals, input.EventPlace, nameof(input.EventPlace), Complaint.PlaceMaxLength);
        Limit(refusals, input.Loss, nameof(input.Loss), Complaint.LossMaxLength);
        Limit(refusals, input.Demand, nameof(input.Demand), Complaint.DemandMaxLength);
        Limit(refusals, input.OtherAccused, nameof(input.OtherAccused), Complaint.OthersMaxLength);
        if (input.IsAnswered)
        {
            Require(refusals, channel is { AnswersAtOnce: false }, "Jawaban langsung hanya untuk yang datang atau menelepon.", "Answer");
            refusals.AddRange(Check(input.Answer, input.Accused).Select(r => r with { Field = "Answer" + r.Field }));
        }

        return refusals;
    }

    /// <summary>An answer at once needs somebody who gave it, what was said, and how it was taken.</summary>
    public static IReadOnlyList<Refusal> Check(AtOnceAnswer answer, IReadOnlyCollection<Guid> accused)
    {
        var refusals = new List<Refusal>();
        Require(refusals, answer.ById is null, "Pilih siapa yang menjawab.", nameof(answer.ById));
        Require(refusals, answer.ById is { } by && accused.Contains(by), "Yang diadukan tidak menjawab pengaduan tentang dirinya.", nameof(answer.ById));
        RequireText(refusals, answer.Text, "Tulis apa yang dijawab.", nameof(answer.Text), ComplaintAnswer.TextMaxLength);
        Require(refusals, answer.Reaction is not (Reaction.Accepted or Reaction.Unsatisfied), "Pilih bagaimana pengadu menerimanya.", nameof(answer.Reaction));
        Limit(refusals, answer.ReactionNote, nameof(answer.ReactionNote), ComplaintAnswer.NoteMaxLength);
        return refusals;
    }

    public static bool IsTicket(string typed) => ComplaintInput.Digits(typed).Length is >= 5 and <= 12;

    private void CheckDay(List<Refusal> refusals, ComplaintInput input)
    {
        var message = input.ReceivedOn switch
        {
            null => "Isi tanggal pengaduan diterima.",
            { } day when day > today => "Tanggal diterima belum tiba.",
            { } day when day < today.AddDays(-MostDaysBack) => "Tanggal diterima lebih dari setahun lalu. Periksa tahunnya.",
            _ => null,
        };
        Require(refusals, message is not null, message ?? "", nameof(input.ReceivedOn));
    }

    private static void CheckComplainant(List<Refusal> refusals, ComplaintInput input)
    {
        Require(refusals, input.Anonymity is null, "Pilih bagaimana nama pengadu dicatat.", nameof(input.Anonymity));
        Limit(refusals, input.AnswerTo, nameof(input.AnswerTo), ComplainantData.ContactMaxLength);
        Limit(refusals, input.SafeContact, nameof(input.SafeContact), ComplainantData.ContactMaxLength);
        if (input.Anonymity is not (Anonymity.Open or Anonymity.Secret))
        {
            return;
        }

        refusals.AddRange(PersonName.Read(input.Name).Findings
            .Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError)
            .Select(f => new Refusal(f.Message, nameof(input.Name))));
        Require(refusals, input.Nik.Trim().Length > 0 && ComplaintInput.Digits(input.Nik).Length != Identity16, "NIK terdiri dari 16 angka.", nameof(input.Nik));
        RequireText(refusals, input.Address, "Isi alamat pengadu.", nameof(input.Address), ComplainantData.AddressMaxLength);
        Limit(refusals, input.Contact, nameof(input.Contact), ComplainantData.ContactMaxLength);
    }

    private void CheckAnswerWay(List<Refusal> refusals, ComplaintInput input)
    {
        var way = ways.FirstOrDefault(w => w.Code == input.AnswerWay && (w.OnlyChannel is null || w.OnlyChannel == input.Channel));
        Require(refusals, way is null, "Pilih cara pengadu ingin dijawab.", nameof(input.AnswerWay));
        var reachable = input.AnswerTo.Trim().Length > 0 || (input.Anonymity != Anonymity.Anonymous && (input.Contact.Trim().Length > 0 || way?.Code == ByLetter));
        Require(refusals, way is { AsksContact: true } && !reachable, "Isi tujuan jawaban: nomor, alamat, atau nama akun.", nameof(input.AnswerTo));
    }

    /// <summary>A letter reaches whoever gave an address.</summary>
    private const string ByLetter = "surat";

    private const int Identity16 = 16;

    internal static void RequireText(List<Refusal> refusals, string text, string missing, string field, int most)
    {
        Require(refusals, string.IsNullOrWhiteSpace(text), missing, field);
        Limit(refusals, text, field, most);
    }

    internal static void Limit(List<Refusal> refusals, string text, string field, int most) =>
        Require(refusals, text.Trim().Length > most, $"Paling banyak {most} huruf.", field);

    internal static void Require(List<Refusal> refusals, bool isWrong, string message, string field)
    {
        if (isWrong)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
