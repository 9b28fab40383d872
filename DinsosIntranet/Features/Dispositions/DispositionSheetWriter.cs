using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Documents;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>A disposition sheet ready to print; the name of the file carries no personal data.</summary>
public sealed record DispositionSheetFile(string FileName, byte[] Pdf);

/// <summary>
/// Writes the disposition sheet as the record stands now. It is not kept: the record is what counts, each print is a
/// counted copy of it. Before the head has disposed, the sheet is printed with empty boxes, to be filled in by hand.
/// </summary>
public sealed partial class DispositionSheetWriter(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, RegionCatalog regions, RequestTexts requestTexts, PaperArchive archive)
{
    private const int InstructionsShown = 6;

    private sealed record SheetData(
        WorkItem Item, ServiceRequest Request, ServiceStandard Standard, AgendaEntry? Agenda, DateTime? DueAt, string? Purpose,
        Person Applicant, Person Subject, IReadOnlyList<Disposition> Chain, IReadOnlyList<InstructionChoice> Instructions)
    {
        /// <summary>What the boxes of the sheet show; one taken back stands in the chain only.</summary>
        public Disposition? First => Chain.FirstOrDefault(d => d.RecalledAt is null);
    }

    public async Task<Outcome<DispositionSheetFile>> PrintAsync(Guid subjectId, bool small, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(act.Actor))
        {
            return Outcome.Forbidden();
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.AgendaEntries.AsNoTracking().FirstOrDefaultAsync(a => a.Id == subjectId && a.RequestId == null, cancellationToken) is { } entry)
        {
            return await PrintLetterAsync(db, entry, agency, small, act, cancellationToken);
        }

        if (act.Actor.IsExcludedFrom(subjectId) || await LoadAsync(db, subjectId, cancellationToken) is not { } data)
        {
            return Outcome.NotFound("Permohonan atau surat tidak ditemukan.");
        }

        var printed = await archive.RecordPrintAsync(subjectId, LetterKinds.DispositionSheet, PrintWay.Printed, act, cancellationToken);
        if (!printed.IsOk)
        {
            return printed.AsFailure();
        }

        var first = data.First;
        var signature = first is null
            ? await ExpectedSignatureAsync(db, agency, act.Now, cancellationToken)
            : await SignatureAsync(db, agency, first, cancellationToken);
        var pdf = DispositionSheetDocument.Render(Paper(data, agency, signature, act, printed.Value, small), Head(agency, small));
        return new DispositionSheetFile($"lembar-disposisi-{data.Item.Number}.pdf", pdf);
    }

    private static Letterhead Head(AgencySnapshot agency, bool small)
    {
        var head = Letterheads.Of(agency.Profile);
        return small ? head with { Page = PageSetup.A5 with { FontFamily = head.Page.FontFamily } } : head;
    }

    private async Task<SheetData?> LoadAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var row = await (from w in db.WorkItems.AsNoTracking()
                         join c in db.WorkClocks.AsNoTracking().Where(c => c.Kind == ClockKind.Promise) on w.Id equals c.WorkItemId
                         join r in db.ServiceRequests.AsNoTracking() on w.Id equals r.Id
                         join a in db.Persons.AsNoTracking() on r.ApplicantId equals a.Id
                         join s in db.Persons.AsNoTracking() on r.SubjectId equals s.Id
                         join e in db.AgendaEntries.AsNoTracking() on w.Id equals e.RequestId into entries
                         from agenda in entries.DefaultIfEmpty()
                         where w.Id == requestId
                         select new
                         {
                             Item = w,
                             Request = r,
                             Applicant = a,
                             Subject = s,
                             c.DueAt,
                             Agenda = agenda,
                             Purpose = db.CertificatePurposes.Where(p => p.Code == r.PurposeCode).Select(p => p.Name).FirstOrDefault(),
                         }).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var chain = await db.Dispositions.AsNoTracking().Where(d => d.RequestId == requestId).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var instructions = await db.DispositionInstructions.AsNoTracking().OrderBy(i => i.SortOrder).Select(i => new InstructionChoice(i.Code, i.Text)).ToListAsync(cancellationToken);
        var standard = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard;
        return new SheetData(row.Item, row.Request, standard, row.Agenda, row.DueAt, row.Purpose, row.Applicant, row.Subject, chain, instructions);
    }

    private DispositionSheetPaper Paper(SheetData data, AgencySnapshot agency, SignatureBlock signature, ActionContext act, int copy, bool small)
    {
        var first = data.First;
        string When(DateTime utc) => IndonesianDates.ShortWithTime(utc, agency.Zone);
        return new DispositionSheetPaper
        {
            LetterFrom = data.Item.IsConfidential ? "Rahasia" : $"{data.Applicant.Name} (pemohon)",
            LetterNumber = data.Item.Number,
            LetterDate = IndonesianDates.Letter(agency.DateOf(data.Request.ReceivedAt)),
            ReceivedAt = When(data.Agenda?.At ?? data.Request.ReceivedAt),
            AgendaNumber = data.Agenda?.Label ?? "belum dicatat",
            Deadline = data.DueAt is { } due ? When(due) : null,
            Urgencies =
            [
                new Tick("Sangat segera", data.Agenda?.Urgency == Urgency.VeryUrgent),
                new Tick("Segera", data.Agenda?.Urgency == Urgency.Urgent),
                new Tick("Biasa", data.Agenda?.Urgency == Urgency.Normal),
                new Tick("Rahasia", data.Item.IsConfidential),
            ],
            Subject = Subject(data),
            Recipients = Recipients(agency, first is null ? [] : [first]),
            Instructions = Instructions(data.Instructions, first?.Instructions ?? []),
            Note = first is null ? null : ShownNote(data.Item, first, agency, act.Actor),
            Signature = signature,
            Chain = ChainOf(data.Chain, data.Instructions, agency, small, d => ShownNote(data.Item, d, agency, act.Actor)),
            EmptyRows = small && first is not null ? 0 : 1,
            QrText = data.Item.Number,
            FooterLines = FooterLines(act, agency, copy),
            CreatedUtc = act.Now,
        };
    }

    /// <summary>Of a rahasia request the note is on the sheet only where whoever prints it may read it.</summary>
    private string? ShownNote(WorkItem item, Disposition disposition, AgencySnapshot agency, Actor viewer) =>
        requestTexts.Note(disposition, disposition.ToUserId == viewer.UserId || ConfidentialNotes.MayRead(item, agency.Desk(item.DeskCode), viewer, disposition.FromUserId));

    private static List<DispositionStep> ChainOf(
        IReadOnlyList<Disposition> chain, IReadOnlyList<InstructionChoice> instructions, AgencySnapshot agency, bool small, Func<Disposition, string?> note)
    {
        string When(DateTime utc) => IndonesianDates.ShortWithTime(utc, agency.Zone);
        return
        [
            .. chain.Select(d => new DispositionStep(
                When(d.At), small ? Giver(d).Title : d.FromText, d.ToText, Content(instructions, d, note(d)) + (d.RecalledAt is { } recalled ? $" (ditarik {When(recalled)})" : ""))),
        ];
    }

    /// <summary>Who printed it, when, which copy this is.</summary>
    private static string[] FooterLines(ActionContext act, AgencySnapshot agency, int copy) =>
    [
        $"Dicetak {act.Actor.NameAndPosition}, {IndonesianDates.LongWithTime(act.Now, agency.Zone)}, cetakan ke-{copy}.",
        "Disposisi yang sah tersimpan di sistem; lembar ini salinannya.",
    ];

    private string Subject(SheetData data)
    {
        if (data.Item.IsConfidential)
        {
            return $"{data.Standard.ShortTitle}, kode {data.Item.Number}";
        }

        var parts = new List<string> { $"Permohonan {data.Standard.Title}{(data.Purpose is { } purpose ? $" untuk {purpose}" : "")} atas nama {data.Subject.Name}" };
        if (data.Subject.VillageCode is { } village && regions.Village(village) is { } found)
        {
            parts.Add(found.AddressName);
        }

        if (data.Subject.DistrictCode is { } district && regions.District(district) is { } kecamatan)
        {
            parts.Add("Kecamatan " + kecamatan.Name);
        }

        return string.Join(", ", parts);
    }

    private static List<Tick> Recipients(AgencySnapshot agency, IReadOnlyList<Disposition> given)
    {
        var officials = DispositionDesks.Officials(agency).ToList();
        var ticks = officials.ConvertAll(d => new Tick(DispositionDesks.SheetLabel(agency, d), given.Any(g => g.ToDeskCode == d.Code)));
        var others = string.Join("; ", given.Where(g => officials.All(d => d.Code != g.ToDeskCode)).Select(g => g.ToText));
        return [.. ticks, new Tick(others, others.Length > 0)];
    }

    /// <summary>What was ticked, filled up with the first others of the list, so that the sheet keeps one page.</summary>
    private static List<Tick> Instructions(IReadOnlyList<InstructionChoice> all, string[] ticked)
    {
        var shown = all.Where(i => ticked.Contains(i.Code)).Concat(all).DistinctBy(i => i.Code).Take(Math.Max(InstructionsShown, ticked.Length)).Select(i => i.Code).ToHashSet();
        return [.. all.Where(i => shown.Contains(i.Code)).Select(i => new Tick(i.Text, ticked.Contains(i.Code)))];
    }

    private static string Content(IReadOnlyList<InstructionChoice> texts, Disposition disposition, string? note)
    {
        var content = DispositionQueries.Content(texts, disposition.Instructions, note);
        if (disposition.DueOn is { } due)
        {
            content += $"; batas {IndonesianDates.Short(due)}";
        }

        return disposition.StandingDispositionId is null ? content : content + " (disposisi tetap)";
    }

    /// <summary>The block of who disposed, with the title of that day: "Plh." stays before it when the head is back.</summary>
    private static async Task<SignatureBlock> SignatureAsync(DinsosDbContext db, AgencySnapshot agency, Disposition disposition, CancellationToken cancellationToken)
    {
        var day = agency.DateOf(disposition.At);
        var official = await db.Officials.AsNoTracking()
            .Where(o => o.UserId == disposition.FromUserId && o.From <= day && (o.Until == null || o.Until >= day))
            .OrderByDescending(o => o.From)
            .FirstOrDefaultAsync(cancellationToken);
        var (name, title) = Giver(disposition);
        var isActing = title.StartsWith("Plh. ", StringComparison.Ordinal) || title.StartsWith("Plt. ", StringComparison.Ordinal);
        var words = isActing ? title[..5] + title[5..].ToUpperInvariant() : (official?.PositionTitle ?? title).ToUpperInvariant();
        return Block(words, agency.Profile, official?.NameWithTitles ?? name, official?.Nip);
    }

    /// <summary>Name and title of the giver, which the record keeps as one text.</summary>
    private static (string Name, string Title) Giver(Disposition disposition) =>
        disposition.FromText.IndexOf(", ", StringComparison.Ordinal) is var comma and > 0
            ? (disposition.FromText[..comma], disposition.FromText[(comma + 2)..])
            : (disposition.FromText, disposition.FromText);

    /// <summary>The block of who is to dispose by hand: the head of agency, or whoever stands in today.</summary>
    private static async Task<SignatureBlock> ExpectedSignatureAsync(DinsosDbContext db, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var today = agency.DateOf(now);
        var head = await db.Officials.AsNoTracking()
            .Where(o => o.Role == StaffRole.HeadOfAgency && o.From <= today && (o.Until == null || o.Until >= today))
            .OrderByDescending(o => o.From)
            .FirstOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return Block("KEPALA " + agency.Profile.Name.ToUpperInvariant(), agency.Profile, "", null);
        }

        var standIn = await (from s in db.StandIns.AsNoTracking()
                             join o in db.Officials.AsNoTracking() on s.ActingUserId equals o.UserId
                             where s.OfficialId == head.Id && s.RevokedAt == null && s.From <= today && s.Until >= today
                                 && o.From <= today && (o.Until == null || o.Until >= today)
                             select new { s.Kind, o.NameWithTitles, o.Nip }).FirstOrDefaultAsync(cancellationToken);
        var title = head.PositionTitle.ToUpperInvariant();
        return standIn is null
            ? Block(title, agency.Profile, head.NameWithTitles, head.Nip)
            : Block((standIn.Kind == StandInKind.Daily ? "Plh. " : "Plt. ") + title, agency.Profile, standIn.NameWithTitles, standIn.Nip);
    }

    private static SignatureBlock Block(string title, AgencyProfile agency, string name, string? nip) =>
        new([title, agency.Regency.ToUpperInvariant()], PlaceAndDate: null, name, Rank: null, nip is null ? null : Letterheads.NipText(agency, nip));
}
