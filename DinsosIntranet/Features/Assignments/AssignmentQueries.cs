using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Assignments;

/// <summary>An assignment that holds, with its letter on its way; null while it was sent back and not submitted again.</summary>
public sealed record AssignmentView(Assignment Assignment, IReadOnlyList<AssignmentMember> Members, string Days, InformationLetterState? Letter)
{
    /// <summary>Filled in again, to be changed.</summary>
    public AssignmentInput ToInput() => new()
    {
        Members =
        [
            .. Members.Select(m => new MemberInput { StaffId = m.StaffId, Name = m.Name, Nip = m.Nip ?? "", Rank = m.Rank ?? "", Position = m.Position, Duty = m.Duty, IsLead = m.IsLead }),
        ],
        Basis = Assignment.Basis,
        Task = Assignment.Task,
        Place = Assignment.Place,
        From = Assignment.From,
        Until = Assignment.Until,
        Vehicle = Assignment.Vehicle ?? "",
        Funding = Assignment.Funding ?? "",
    };
}

/// <summary>What panels show of letters of assignment. Whether the request is for the viewer was asked by the page that found it.</summary>
public sealed class AssignmentQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, LetterQueries letters, TimeProvider time)
{
    /// <summary>The staff the form offers, by name; nobody who is kept away from this request.</summary>
    public async Task<IReadOnlyList<MemberInput>> StaffAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (viewer.IsExcludedFrom(requestId))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return [.. (await AssignmentStaff.ReadAsync(db, requestId, agency.DateOf(time.GetUtcNow().UtcDateTime), null, cancellationToken)).Values];
    }

    public async Task<AssignmentView?> FindAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (viewer.IsExcludedFrom(requestId))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var assignment = await db.Assignments.AsNoTracking().Include(a => a.Members).FirstOrDefaultAsync(a => a.RequestId == requestId && a.EndedAt == null, cancellationToken);
        if (assignment is null)
        {
            return null;
        }

        var letter = await AssignmentService.LetterAsync(db, requestId, cancellationToken);
        var signing = letter is { Status: LetterStatus.AwaitingSignature } ? await letters.ForSigningBesideAsync(letter.Id, await agencies.GetAsync(cancellationToken), cancellationToken) : null;
        return new AssignmentView(
            assignment,
            [.. assignment.Members.OrderBy(m => m.Order)],
            AssignmentLetter.Days(assignment),
            letter is null ? null : new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing));
    }
}
