using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.VictimCases.Documents;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Papers of a case that are no Form A, B or C.</summary>
public enum CasePaperKind
{
    AssessmentReport,
    ReferralLetter,
    /// <summary>To the institution that referred the victim to us.</summary>
    IncomingAnswer,
    /// <summary>Only what was chosen from lists: nothing that names or describes anybody.</summary>
    Redacted,
}

public sealed partial class CaseFormWriter
{
    private const string ByHand = "........................................";

    /// <summary>A printing about to be drawn.</summary>
    private sealed record Printing(DinsosDbContext Db, CaseSighting Print, FoundCase Found, ContentKey Key, IReadOnlyList<FilledBlock> Blocks, Actor Actor, AgencySnapshot Agency);

    /// <summary>How a printing remembers which paper it was.</summary>
    internal static string Detail(CasePaperKind kind, Guid? sourceId) => sourceId is { } id ? $"{kind}:{id:N}" : kind.ToString();

    /// <summary>What was printed, in words.</summary>
    internal static string Name(string detail) => Enum.TryParse<CasePaperKind>(detail.Split(':')[0], out var kind)
        ? kind switch
        {
            CasePaperKind.AssessmentReport => "laporan asesmen",
            CasePaperKind.ReferralLetter => "surat rujukan",
            CasePaperKind.IncomingAnswer => "balasan rujukan",
            CasePaperKind.Redacted => "ringkasan tanpa identitas",
            _ => throw new ArgumentOutOfRangeException(nameof(detail)),
        }
        : $"Formulir {detail}";

    private async Task<CasePaper?> PaperAsync(Printing printing, CancellationToken cancellationToken)
    {
        var parts = printing.Print.Detail!.Split(':');
        var kind = Enum.Parse<CasePaperKind>(parts[0]);
        var content = kind switch
        {
            CasePaperKind.AssessmentReport => await AssessmentAsync(printing, cancellationToken),
            CasePaperKind.ReferralLetter => await ReferralAsync(printing, Guid.Parse(parts[1]), cancellationToken),
            CasePaperKind.IncomingAnswer => await IncomingAsync(printing, cancellationToken),
            CasePaperKind.Redacted => Redacted(printing),
            _ => throw new InvalidOperationException($"Unknown paper {kind}."),
        };
        return content is null ? null : new CasePaper(content, $"{Name(printing.Print.Detail).Replace(' ', '-')}-{printing.Found.Item.Number}.pdf");
    }

    private static CasePaperFrame Frame(Printing printing, string? recipient = null)
    {
        var mark = Watermark(printing.Print, printing.Actor, printing.Agency);
        return new CasePaperFrame
        {
            Number = printing.Found.Item.Number,
            Watermark = recipient is null ? mark : $"{recipient} · {mark}",
            FooterLines = recipient is null
                ? Footer(printing.Print, printing.Actor, printing.Agency)
                : [$"Rahasia. Hanya untuk {recipient}.", Footer(printing.Print, printing.Actor, printing.Agency)[1]],
            CreatedUtc = printing.Print.At,
        };
    }

    private async Task<byte[]> AssessmentAsync(Printing printing, CancellationToken cancellationToken)
    {
        var (blocks, agency, caseId) = (printing.Blocks, printing.Agency, printing.Found.Case.Id);
        var review = await printing.Db.AssessmentReviews.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        var versions = await printing.Db.CaseBlocks.AsNoTracking()
            .Where(b => b.CaseId == caseId && b.RemovedAt == null && (b.Kind == CaseBlocks.Assessment || b.Kind == CaseBlocks.Plan))
            .Select(b => b.Version)
            .ToListAsync(cancellationToken);
        var isAsRead = review is not null && versions.All(v => v == review.AssessmentVersion || v == review.PlanVersion);
        var state = review switch
        {
            null => "Konsep, belum diajukan kepada atasan",
            _ when !isAsRead => "Konsep, berubah sesudah diajukan",
            { State: ReviewState.Waiting } => "Diajukan kepada atasan, belum diputus",
            { State: ReviewState.Approved } => $"Disetujui {review.DecidedByText}, {IndonesianDates.ShortWithTime(review.DecidedAt!.Value, agency.Zone)}",
            { State: ReviewState.Revision } => "Dikembalikan atasan untuk diperbaiki",
            _ => "Ditolak atasan",
        };
        var isApproved = isAsRead && review!.State == ReviewState.Approved;
        var eventOn = blocks.FirstOrDefault(b => b.Kind == CaseBlocks.Event)?.Values.Date(CaseBlocks.EventOn);
        List<CaseAnswers> sections =
        [
            .. blocks.Where(b => b.Kind == CaseBlocks.Victim).OrderBy(b => b.Ordinal).Select(b => new CaseAnswers(
                $"Korban {b.Ordinal}",
                [
                    .. new[] { CaseBlocks.ClientCode, CaseBlocks.Name, "kelamin", "pendidikan", "pekerjaan", "disabilitas", "tinggal-dengan" }
                        .Select(f => CaseBlocks.Find(CaseBlocks.Victim)!.Field(f)!).Where(f => b.Values[f.Code].Length > 0).Select(f => (f.Label, reference.Say(f, b.Values))),
                    ("Usia", CaseQueries.AgeNote(b.Values, eventOn) ?? NotSaid),
                ])),
            .. new[] { CaseBlocks.Assessment, CaseBlocks.Plan }.SelectMany(kind => blocks.Where(b => b.Kind == kind).Select(b => new CaseAnswers(
                CaseBlocks.Find(kind)!.Title,
                [.. reference.Answers(CaseBlocks.Find(kind)!, b.Values, covered: false).Select(a => (a.Label, a.Text ?? NotSaid))]))),
        ];
        var assessor = blocks.First(b => b.Kind == CaseBlocks.Assessment).Values[CaseBlocks.Assessor];
        return AssessmentReportDocument.Render(
            new AssessmentReportPaper(
                Frame(printing),
                state,
                sections,
                new SignatureBlock(["Penilai,"], PlaceAndDate: null, assessor.Length > 0 ? assessor : ByHand, Rank: null, Nip: null),
                new SignatureBlock(["Mengetahui,"], PlaceAndDate: null, isApproved ? review!.DecidedByText!.Split(',')[0] : ByHand, Rank: null, Nip: null)),
            Letterheads.Of(agency.Profile));
    }

    /// <summary>Null once the consent no longer holds: a printing that was recorded a moment before is then not handed out.</summary>
    private async Task<byte[]?> ReferralAsync(Printing printing, Guid referralId, CancellationToken cancellationToken)
    {
        var agency = printing.Agency;
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var referral = await printing.Db.CaseReferrals.AsNoTracking().FirstOrDefaultAsync(r => r.Id == referralId && r.CaseId == printing.Found.Case.Id, cancellationToken);
        if (referral is null || printing.Blocks.FirstOrDefault(b => b.Id == referralId) is not { } block || ReferralRules.WhyNotSend(block.Values, today).Count > 0)
        {
            return null;
        }

        var letter = ReferralLetter.FromJson(CaseVault.Read(printing.Key, CaseService.ReferralTable, "Letter", referral.Id, referral.Letter));
        var sentOn = agency.DateOf(referral.SentAt);
        return ReferralLetterDocument.Render(
            new ReferralLetterPaper
            {
                Frame = Frame(printing, letter.Recipient),
                LetterNumber = letter.Number,
                Recipient = letter.Recipient,
                Address = letter.Address,
                Needs = letter.Needs,
                Consent = letter.Consent,
                Opened = letter.Opened,
                Sections = [.. letter.Sections.Select(s => new CaseAnswers(s.Heading, [.. s.Lines.Select(l => (l.Label, l.Text))]))],
                AnswerBy = IndonesianDates.Letter(letter.AnswerBy),
                Signature = await HeadAsync(printing.Db, agency, sentOn, cancellationToken),
            },
            Letterheads.Of(agency.Profile));
    }

    private static async Task<byte[]> IncomingAsync(Printing printing, CancellationToken cancellationToken)
    {
        var agency = printing.Agency;
        var register = printing.Blocks.First(b => b.Kind == CaseBlocks.Register).Values;
        var today = agency.DateOf(printing.Print.At);
        return IncomingAnswerDocument.Render(
            new IncomingAnswerPaper(
                Frame(printing, register["perujuk"]),
                register["perujuk"],
                register["surat-rujukan"] is { Length: > 0 } letter ? letter : "tanpa nomor",
                register.Date(CaseBlocks.ReportedOn) is { } day ? IndonesianDates.Letter(day) : NotSaid,
                printing.Found.Item.IsOpen ? "Diterima dan sedang ditangani" : "Selesai ditangani",
                await HeadAsync(printing.Db, agency, today, cancellationToken)),
            Letterheads.Of(agency.Profile));
    }

    /// <summary>Answers chosen from lists, and figures: what is typed freely may name somebody, and days and places point to them.</summary>
    private byte[] Redacted(Printing printing)
    {
        var blocks = new List<CaseFormBlock>();
        foreach (var block in printing.Blocks.OrderBy(b => b.Kind, StringComparer.Ordinal).ThenBy(b => b.Ordinal))
        {
            var definition = CaseBlocks.Find(block.Kind)!;
            List<(string, string)> lines =
            [
                .. definition.Fields.Where(f => !f.IsSensitive && f.Kind is FieldKind.Choice or FieldKind.Choices or FieldKind.YesNo or FieldKind.Victims && block.Values[f.Code].Length > 0)
                    .Select(f => (f.Label, reference.Say(f, block.Values))),
            ];
            if (block.Kind == CaseBlocks.Victim && AgeBand(block.Values, printing.Blocks) is { } band)
            {
                lines.Insert(0, ("Kelompok usia saat kejadian", band));
            }

            if (lines.Count > 0)
            {
                blocks.Add(new CaseFormBlock($"{block.Kind} {definition.Name(block.Ordinal)}", lines));
            }
        }

        return CaseFormDocument.Render(
            new CaseFormPaper
            {
                Title = "Ringkasan kasus tanpa identitas",
                Number = printing.Found.Item.Number,
                Blocks = blocks,
                Watermark = Watermark(printing.Print, printing.Actor, printing.Agency),
                FooterLines = Footer(printing.Print, printing.Actor, printing.Agency),
                CreatedUtc = printing.Print.At,
            },
            Letterheads.Of(printing.Agency.Profile));
    }

    private string? AgeBand(BlockValues victim, IReadOnlyList<FilledBlock> blocks) =>
        CaseAge.Of(victim, blocks.FirstOrDefault(b => b.Kind == CaseBlocks.Event)?.Values.Date(CaseBlocks.EventOn)) is { } age
            ? reference.Name(CaseBlocks.AgeBand, CaseAge.Band(age))
            : null;

    private static string PlaceAndDate(AgencySnapshot agency, DateOnly day) => $"{agency.Profile.Seat}, {IndonesianDates.Letter(day)}";

    /// <summary>Who is head of agency on that day; signed by hand, so a name that is not recorded yet is left open.</summary>
    private static async Task<SignatureBlock> HeadAsync(DinsosDbContext db, AgencySnapshot agency, DateOnly day, CancellationToken cancellationToken)
    {
        var head = await db.Officials.AsNoTracking()
            .Where(o => o.Role == StaffRole.HeadOfAgency && o.From <= day && (o.Until == null || o.Until >= day))
            .OrderByDescending(o => o.From)
            .FirstOrDefaultAsync(cancellationToken);
        return head is null
            ? new SignatureBlock(["Kepala Dinas,"], PlaceAndDate(agency, day), ByHand, Rank: null, Nip: null)
            : new SignatureBlock([head.PositionTitle + ","], PlaceAndDate(agency, day), head.NameWithTitles, head.Rank, Letterheads.NipText(agency.Profile, head.Nip));
    }
}
