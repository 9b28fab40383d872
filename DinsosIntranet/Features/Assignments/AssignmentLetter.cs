using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Assignments.Documents;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Assignments;

/// <summary>
/// The letter of an assignment. It goes out beside the steps, is valid until the assignment's last day, and holds nothing
/// of what its request is about, so that it may be signed and shown for a rahasia request too.
/// </summary>
public sealed class AssignmentLetter : ILetterContent
{
    public string Kind => LetterKinds.Assignment;

    public bool IsBesideSteps => true;

    public bool IsReplaceable => false;

    public bool HoldsNoContent => true;

    /// <summary>Where the standard names no desk, the first at which the head of agency signs.</summary>
    public string? SigningDesk(ServiceStandard standard, IReadOnlyList<Desk> desks) =>
        standard.SigningDesk ?? desks.FirstOrDefault(d => d.Members.Any(m => m.Role == StaffRole.HeadOfAgency))?.Code;

    public async Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) =>
        (await CurrentAsync(db, letter.RequestId, cancellationToken)).Until;

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var assignment = await CurrentAsync(db, letter.RequestId, cancellationToken);
        return new SignerBrief(
            [
                new BriefLine("Tugas", assignment.Task),
                new BriefLine("Ditugaskan", string.Join("; ", assignment.Members.OrderBy(m => m.Order).Select(m => $"{m.Name} ({m.Duty})"))),
                new BriefLine("Tempat", assignment.Place),
                new BriefLine("Waktu", Days(assignment)),
            ],
            [],
            null);
    }

    public Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A letter of assignment is not replaced by a request of its own.");

    public Task<bool> IsBearerAsync(DinsosDbContext db, Guid requestId, Actor actor, CancellationToken cancellationToken) =>
        db.Assignments.AnyAsync(a => a.RequestId == requestId && a.EndedAt == null && a.Members.Any(m => m.StaffId == actor.UserId), cancellationToken);

    public async Task<string?> CheckApprovalAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) =>
        (await CurrentAsync(db, letter.RequestId, cancellationToken)).Until < datedOn ? "Waktu tugasnya sudah lewat. Kembalikan untuk diperbaiki." : null;

    public async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var id = particulars.Letter.RequestId;
        var assignment = await CurrentAsync(db, id, cancellationToken);
        return AssignmentDocument.Render(
            new AssignmentPaper
            {
                IsDraft = particulars.IsDraft,
                Number = particulars.Letter.Number,
                Bases = assignment.Basis.Split('\n'),
                People =
                [
                    .. assignment.Members.OrderBy(m => m.Order).Select(m => new AssignedPerson(m.Name, m.Nip is null ? null : Letterheads.NipText(agency, m.Nip), m.Rank, m.Position, m.Duty)),
                ],
                Task = assignment.Task,
                Place = assignment.Place,
                Days = Days(assignment),
                Vehicle = assignment.Vehicle,
                Funding = assignment.Funding,
                RequestNumber = await db.WorkItems.Where(w => w.Id == id).Select(w => w.Number).FirstAsync(cancellationToken),
                Signature = particulars.Signature,
                QrText = particulars.QrText,
                FooterLines = particulars.FooterLines,
                CreatedUtc = particulars.Letter.ApprovedAt ?? particulars.Letter.CreatedAt,
            },
            Letterheads.Of(agency));
    }

    /// <summary>"5 Desember 2026", or both ends.</summary>
    internal static string Days(Assignment assignment) => assignment.From == assignment.Until
        ? IndonesianDates.Letter(assignment.From)
        : $"{IndonesianDates.Letter(assignment.From)} sampai dengan {IndonesianDates.Letter(assignment.Until)}";

    private static Task<Assignment> CurrentAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.Assignments.AsNoTracking().Include(a => a.Members).FirstAsync(a => a.RequestId == requestId && a.EndedAt == null, cancellationToken);
}
