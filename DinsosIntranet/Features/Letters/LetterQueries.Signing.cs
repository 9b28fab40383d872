using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>One letter on the signing list; <paramref name="Note"/> says what signing it does besides.</summary>
public sealed record SigningRow(
    Guid LetterId,
    Guid RequestId,
    string RequestNumber,
    string LetterTitle,
    string? LetterNumber,
    string PersonName,
    string? MaskedNik,
    ClockFace Clock,
    DateTime EnteredDeskAt,
    string DeskCode,
    string? Note,
    bool IsBesideSteps = false)
{
    /// <summary>Where it is examined: with its request at a signing step, else on its own page.</summary>
    public string Address => IsBesideSteps ? $"/surat/{LetterId}" : $"/permohonan/{RequestId}";
}

/// <summary>What waits for a signer: to be examined and signed, and what was approved and waits for ink.</summary>
public sealed record SigningList(IReadOnlyList<SigningRow> ToSign, IReadOnlyList<SigningRow> AwaitingInk)
{
    public int Count => ToSign.Count + AwaitingInk.Count;
}

public sealed partial class LetterQueries
{
    /// <summary>More than anybody signs in a day; beyond it the oldest come first all the same.</summary>
    private const int MostToSign = 200;

    /// <summary>The letters at signing steps of the desks this person serves, the least time left first.</summary>
    public async Task<SigningList> WaitingAsync(Actor actor, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken = default)
    {
        var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from l in db.Letters.AsNoTracking().VisibleTo(actor)
                           join w in db.WorkItems.AsNoTracking() on l.RequestId equals w.Id
                           join p in db.Persons.AsNoTracking() on l.SubjectId equals p.Id
                           join c in db.WorkClocks.AsNoTracking() on w.Id equals c.WorkItemId
                           where c.Kind == ClockKind.Promise && (w.ClosedAt == null || _outlivingKinds.Contains(l.Kind)) && (!w.IsConfidential || _kindsWithoutContent.Contains(l.Kind)) && (desks.Contains(w.DeskCode) || _besideKinds.Contains(l.Kind))
                           where l.Status == LetterStatus.AwaitingSignature || l.Status == LetterStatus.Draft
                           where _bookKinds.Contains(l.Kind)
                           orderby w.EnteredDeskAt
                           select new
                           {
                               Letter = l,
                               Item = w,
                               Clock = c,
                               p.Name,
                               p.Nik,
                               Corrects = db.ServiceRequests
                                   .Where(r => r.Id == w.Id && r.Replacement == ReplacementKind.Correction)
                                   .Join(db.Letters.Where(o => o.Status == LetterStatus.Issued), r => r.ReplacesLetterId, o => o.Id, (r, o) => o.Number)
                                   .FirstOrDefault(),
                               IsPrepared = db.NumberPreparations.Any(n => n.RequestId == w.Id && n.Kind == l.Kind),
                           }).Take(MostToSign).ToListAsync(cancellationToken);
        var rows = new List<(LetterStatus Status, DateTime? Due, SigningRow Row)>();
        foreach (var row in found)
        {
            // A desk may also prepare letters; the standard tells which of them are to be signed, and where.
            var standard = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard;
            var isBeside = _besideKinds.Contains(row.Letter.Kind);
            var signingDesk = isBeside ? contents.First(c => c.Kind == row.Letter.Kind).SigningDesk(standard, agency.Desks) : null;
            if (isBeside ? !desks.Contains(signingDesk ?? "") : standard.Step(row.Item.StepId).Action != StepActions.Sign)
            {
                continue;
            }

            var clock = ClockFace.Of(agency.Calendar, row.Clock.Read(row.Item.PausedSince), now);
            rows.Add((row.Letter.Status, row.Clock.DueAt, new SigningRow(
                row.Letter.Id, row.Item.Id, row.Item.Number, row.Letter.Title, row.Letter.Number, row.Name, row.Nik is null ? null : Masking.Nik(row.Nik), clock, isBeside ? row.Letter.CreatedAt : row.Item.EnteredDeskAt, signingDesk ?? row.Item.DeskCode, NoteOf(row.Corrects, row.IsPrepared), isBeside)));
        }

        var ordered = rows.OrderBy(r => r.Due ?? DateTime.MaxValue).ThenBy(r => r.Row.EnteredDeskAt).ToList();
        return new SigningList(
            [.. ordered.Where(r => r.Status == LetterStatus.Draft).Select(r => r.Row)],
            [.. ordered.Where(r => r.Status == LetterStatus.AwaitingSignature).Select(r => r.Row)]);
    }

    /// <summary>As whom this person signs these letters, each way of it once.</summary>
    public static IReadOnlyList<string> CapacitiesOf(IReadOnlyList<SigningRow> rows, Actor actor, AgencySnapshot agency) =>
        [.. rows.Select(r => agency.FindDesk(r.DeskCode)?.MembershipOf(actor)).OfType<RoleInUnit>().Select(r => LetterRules.Capacity(r, actor)).Distinct()];

    private static string? NoteOf(string? corrects, bool isPrepared)
    {
        string?[] notes = [corrects is null ? null : $"mencabut surat {corrects}", isPrepared ? "nomor disiapkan sekretariat" : null];
        return notes.OfType<string>().ToList() is { Count: > 0 } found ? string.Join("; ", found) : null;
    }
}
