using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.VictimCases.Documents;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A printed form, with a name that says nothing but form and code.</summary>
public sealed record CasePaper(byte[] Content, string FileName);

/// <summary>Draws the form a printing was recorded for. It is made when it is fetched and kept nowhere.</summary>
public sealed partial class CaseFormWriter(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, CaseReference reference, CaseVault vault, CaseForms forms, TimeProvider time)
{
    /// <summary>How long after it was recorded a printing can be fetched, in minutes.</summary>
    public const int FetchMinutes = 5;

    private const string NotSaid = "–";

    /// <summary>Null where there is no such printing, or it is not this person's, or too long ago, or the content is no longer theirs to see.</summary>
    public async Task<CasePaper?> FetchAsync(Guid printId, Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = now.AddMinutes(-FetchMinutes);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var print = await db.CaseSightings.AsNoTracking().FirstOrDefaultAsync(
            s => s.Id == printId && s.Kind == SightingKind.Printed && s.UserId == actor.UserId && s.At > oldest, cancellationToken);
        if (print is null
            || await CaseFinding.FindAsync(db, print.CaseId, actor, agency, now, cancellationToken) is not { Sight: CaseSight.Content } found
            || await CaseFinding.OpenUntilAsync(db, print.CaseId, actor.UserId, now, cancellationToken) is null)
        {
            return null;
        }

        using var key = vault.Open(found.Case);
        if (key is null)
        {
            return null;
        }

        var rows = await db.CaseBlocks.AsNoTracking().Where(b => b.CaseId == print.CaseId && b.RemovedAt == null).OrderBy(b => b.Ordinal).ToListAsync(cancellationToken);
        var filled = rows.ConvertAll(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b)));
        var printing = new Printing(db, print, found, key, filled, actor, agency);
        var current = await forms.CurrentAsync(db, cancellationToken);
        return current.Forms.FirstOrDefault(f => f.Code == print.Detail) is { } form
            ? await FormAsync(form, current.Number, printing, cancellationToken)
            : await PaperAsync(printing, cancellationToken);
    }

    private async Task<CasePaper> FormAsync(FormTemplate form, int version, Printing printing, CancellationToken cancellationToken)
    {
        var blocks = new List<CaseFormBlock>();
        foreach (var part in form.Blocks)
        {
            blocks.AddRange(CaseBlocks.Find(part) is { } definition ? Blocks(definition, printing.Blocks) : await BesideAsync(printing, part, cancellationToken));
        }

        var (print, actor, agency, number) = (printing.Print, printing.Actor, printing.Agency, printing.Found.Item.Number);
        var footer = Footer(print, actor, agency);
        var paper = new CaseFormPaper
        {
            Title = form.Title,
            Number = number,
            Blocks = blocks,
            Watermark = Watermark(print, actor, agency),
            FooterLines = version == 0 ? footer : [footer[0], $"{footer[1]} · susunan formulir versi {version}"],
            CreatedUtc = print.At,
        };
        return new CasePaper(CaseFormDocument.Render(paper, Letterheads.Of(agency.Profile)), $"form-{form.Code.ToLowerInvariant()}-{number}.pdf");
    }

    private static string Watermark(CaseSighting print, Actor actor, AgencySnapshot agency) => $"{actor.Name} · {IndonesianDates.ShortWithTime(print.At, agency.Zone)}";

    private static IReadOnlyList<string> Footer(CaseSighting print, Actor actor, AgencySnapshot agency) =>
    [
        "Rahasia. Simpan di lemari terkunci; tidak untuk digandakan.",
        $"Dicetak {actor.Name}, {IndonesianDates.ShortWithTime(print.At, agency.Zone)} {IndonesianDates.ZoneName(agency.Zone)}",
    ];

    private IEnumerable<CaseFormBlock> Blocks(BlockDefinition definition, IReadOnlyList<FilledBlock> all)
    {
        var eventOn = all.FirstOrDefault(b => b.Kind == CaseBlocks.Event)?.Values.Date(CaseBlocks.EventOn);
        var found = all.Where(b => b.Kind == definition.Code).ToList();
        if (found.Count == 0)
        {
            yield return new CaseFormBlock($"{definition.Code} {definition.Title}", [("Isi", "belum diisi")]);
        }

        foreach (var block in found)
        {
            var answers = reference.Answers(definition, block.Values, covered: false).Select(a => (a.Label, a.Text ?? NotSaid)).ToList();
            if (definition.Code == CaseBlocks.Victim && CaseQueries.AgeNote(block.Values, eventOn) is { } age)
            {
                answers.Insert(0, ("Usia", age));
            }

            answers.AddRange(BlockRules.Missing(definition, block.Values).Select(f => (f.Label, NotSaid)));
            var parent = all.FirstOrDefault(b => b.Id == block.ParentId);
            yield return new CaseFormBlock($"{definition.Code} {definition.Name(block.Ordinal)}" + (parent is null ? "" : $", Korban {parent.Ordinal}"), answers);
        }
    }
}
