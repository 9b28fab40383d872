using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions.Documents;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>The sheet of a letter of the agenda book; it may have gone to several at once, all of whom are ticked.</summary>
public sealed partial class DispositionSheetWriter
{
    private async Task<Outcome<DispositionSheetFile>> PrintLetterAsync(
        DinsosDbContext db, AgendaEntry entry, AgencySnapshot agency, bool small, ActionContext act, CancellationToken cancellationToken)
    {
        if (!AgendaAccess.MaySee(act.Actor) || !await db.AgendaEntries.Where(AgendaFilters.Readable(db, agency, act.Actor)).AnyAsync(a => a.Id == entry.Id, cancellationToken))
        {
            return Outcome.Forbidden();
        }

        var printed = await archive.RecordPrintAsync(entry.Id, LetterKinds.DispositionSheet, PrintWay.Printed, act, cancellationToken);
        if (!printed.IsOk)
        {
            return printed.AsFailure();
        }

        var chain = await db.Dispositions.AsNoTracking().Where(d => d.AgendaId == entry.Id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var instructions = await db.DispositionInstructions.AsNoTracking().OrderBy(i => i.SortOrder).Select(i => new InstructionChoice(i.Code, i.Text)).ToListAsync(cancellationToken);
        var first = chain.FirstOrDefault(d => d is { RecalledAt: null, ParentId: null });
        var signature = first is null
            ? await ExpectedSignatureAsync(db, agency, act.Now, cancellationToken)
            : await SignatureAsync(db, agency, first, cancellationToken);
        var pdf = DispositionSheetDocument.Render(Paper(entry, chain, instructions, agency, signature, (act, printed.Value), small), Head(agency, small));
        return new DispositionSheetFile($"lembar-disposisi-agenda-{entry.Year}-{entry.Number}.pdf", pdf);
    }

    private DispositionSheetPaper Paper(
        AgendaEntry entry, List<Disposition> chain, List<InstructionChoice> instructions, AgencySnapshot agency, SignatureBlock signature, (ActionContext Act, int Copy) print, bool small)
    {
        var letter = requestTexts.Letter(entry);
        var roots = chain.Where(d => d is { RecalledAt: null, ParentId: null }).ToList();
        return new DispositionSheetPaper
        {
            LetterFrom = letter.Sender,
            LetterNumber = letter.Number ?? "tanpa nomor",
            LetterDate = letter.DatedOn is { } dated ? IndonesianDates.Letter(dated) : "tanpa tanggal",
            ReceivedAt = IndonesianDates.Short(letter.ReceivedOn),
            AgendaNumber = entry.Label,
            Deadline = roots.Where(d => d.DueOn is not null).Min(d => d.DueOn) is { } due ? IndonesianDates.Short(due) : null,
            Urgencies = [.. Urgencies.All.Select(u => new Tick(u.Name(), entry.Urgency == u)), new Tick("Rahasia", letter.IsSecret)],
            Subject = letter.Subject + (letter.AttachmentCount > 0 ? $" (lampiran: {letter.AttachmentCount})" : ""),
            Recipients = Recipients(agency, roots),
            Instructions = Instructions(instructions, [.. roots.SelectMany(d => d.Instructions).Distinct()]),
            Note = roots.Count == 0 ? null : string.Join(". ", roots.Select(d => requestTexts.Note(d)).OfType<string>().Distinct()) is { Length: > 0 } notes ? notes : null,
            Signature = signature,
            Chain = ChainOf(chain, instructions, agency, small, d => requestTexts.Note(d)),
            EmptyRows = small && roots.Count > 0 ? 0 : 1,
            QrText = "Agenda " + entry.Label,
            FooterLines = FooterLines(print.Act, agency, print.Copy),
            CreatedUtc = print.Act.Now,
        };
    }
}
