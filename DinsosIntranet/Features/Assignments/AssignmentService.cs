using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Assignments;

/// <summary>
/// Letters of assignment inside the write of the capability that sends somebody: it has loaded the request and asked for the
/// right itself. Who is kept away from the request cannot be sent, whoever asks for it.
/// </summary>
public sealed class AssignmentService(LetterService letters, WorkFlow flow)
{
    /// <summary>Puts the letter before its signer. One that was sent back or taken back is written over.</summary>
    public async Task<Outcome<Letter>> SubmitAsync(WriteScope scope, WorkInHand work, AssignmentInput input, CancellationToken cancellationToken)
    {
        var id = work.Item.Id;
        scope.Audit("surat-tugas.ajukan", WorkFlow.RecordKind, id, new AuditText().Fact("orang", input.Members.Count));

        // Before the letter is asked for: who comes second then meets the other's row, or their letter.
        var current = await scope.Db.Assignments.Include(a => a.Members).FirstOrDefaultAsync(a => a.RequestId == id && a.EndedAt == null, cancellationToken);
        if (await LetterAsync(scope.Db, id, cancellationToken) is { } earlier)
        {
            return Outcome.Conflict(earlier.Number is { } number ? $"Surat tugas sudah bernomor {number}." : "Surat tugas sudah diajukan.");
        }

        List<Refusal> refusals = [.. AssignmentRules.Check(input, work.Agency.DateOf(scope.Now))];
        var people = await StaffAsync(scope, work, input, refusals, cancellationToken);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        Save(scope, id, current, input, people);
        var subject = await scope.Db.ServiceRequests.Where(r => r.Id == id).Select(r => r.SubjectId).FirstAsync(cancellationToken);
        var letter = letters.CreateDraft(scope, id, LetterKinds.Assignment, subject, null);
        flow.AddHistory(scope, work, "Surat tugas diajukan untuk ditandatangani", null);
        scope.Publish(Topic.Work, id);
        scope.Publish(Topic.Letters, letter.Id);
        return letter;
    }

    /// <summary>Takes the letter back before anybody signed it, to change what it says.</summary>
    public async Task<Outcome> RecallAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var id = work.Item.Id;
        scope.Audit("surat-tugas.tarik", WorkFlow.RecordKind, id);
        var letter = await LetterAsync(scope.Db, id, cancellationToken);
        if (letter is not { Status: LetterStatus.Draft })
        {
            return Outcome.Conflict(letter is null ? "Konsep surat ini sudah tidak ada." : $"Surat tugas sudah bernomor {letter.Number}, jadi tidak dapat ditarik.");
        }

        scope.Db.Letters.Remove(letter);
        flow.AddHistory(scope, work, "Surat tugas ditarik kembali untuk diperbaiki", null);
        scope.Publish(Topic.Work, id);
        scope.Publish(Topic.Letters, letter.Id);
        return Outcome.Ok();
    }

    /// <summary>
    /// Ends the assignment that holds, so that another one may be written. An issued letter keeps its number and stays as it
    /// was; whoever signed it may revoke it. A letter that waits for ink must have its number given up first.
    /// </summary>
    public async Task<Outcome> EndAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var id = work.Item.Id;
        scope.Audit("surat-tugas.akhiri", WorkFlow.RecordKind, id);
        var letter = await LetterAsync(scope.Db, id, cancellationToken);
        if (letter is { Status: LetterStatus.AwaitingSignature })
        {
            return Outcome.Conflict($"Surat tugas nomor {letter.Number} menunggu tanda tangan. Batalkan nomornya dulu.");
        }

        if (letter is { Status: LetterStatus.Draft })
        {
            scope.Db.Letters.Remove(letter);
            scope.Publish(Topic.Letters, letter.Id);
        }

        if (await scope.Db.Assignments.FirstOrDefaultAsync(a => a.RequestId == id && a.EndedAt == null, cancellationToken) is { } current)
        {
            current.EndedAt = scope.Now;
        }

        return Outcome.Ok();
    }

    /// <summary>The letter of the assignment that holds: not one that was voided or revoked, nor that of an earlier assignment.</summary>
    internal static Task<Letter?> LetterAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.Letters
            .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.Assignment && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked)
            .Where(l => db.Assignments.Any(a => a.RequestId == requestId && a.EndedAt == null && a.CreatedAt <= l.CreatedAt))
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The accounts named, as the letter prints them. What the form says of their names is not asked.</summary>
    private static async Task<Dictionary<Guid, MemberInput>> StaffAsync(WriteScope scope, WorkInHand work, AssignmentInput input, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var ids = input.Members.Select(m => m.StaffId).OfType<Guid>().ToList();
        var known = await AssignmentStaff.ReadAsync(scope.Db, work.Item.Id, work.Agency.DateOf(scope.Now), ids, cancellationToken);
        for (var i = 0; i < input.Members.Count; i++)
        {
            if (input.Members[i].StaffId is { } id && !known.ContainsKey(id))
            {
                refusals.Add(new Refusal("Pegawai ini tidak dapat ditugaskan untuk berkas ini. Pilih pegawai lain.", AssignmentRules.Field(i, nameof(MemberInput.Name))));
            }
        }

        return known;
    }

    private static void Save(WriteScope scope, Guid requestId, Assignment? assignment, AssignmentInput input, Dictionary<Guid, MemberInput> staff)
    {
        if (assignment is not null)
        {
            scope.Db.AssignmentMembers.RemoveRange(assignment.Members);
            assignment.Members.Clear();
        }
        else
        {
            assignment = new Assignment
            {
                Id = Guid.CreateVersion7(),
                RequestId = requestId,
                Basis = "",
                Task = "",
                Place = "",
                From = default,
                Until = default,
                CreatedAt = scope.Now,
                CreatedById = scope.Actor.UserId,
                Version = Guid.CreateVersion7(),
            };
            scope.Db.Assignments.Add(assignment);
        }

        (assignment.Basis, assignment.Task, assignment.Place) = (string.Join('\n', input.BasisLines), input.Task.Trim(), input.Place.Trim());
        (assignment.From, assignment.Until, assignment.Vehicle, assignment.Funding) = (input.From!.Value, input.Until!.Value, Optional(input.Vehicle), Optional(input.Funding));

        // Written over by whoever is second: the version tells, though nothing but the members may differ.
        scope.Db.Entry(assignment).Property(a => a.Task).IsModified = scope.Db.Entry(assignment).State != EntityState.Added;
        var order = 0;
        foreach (var typed in input.Members)
        {
            var person = typed.StaffId is { } id ? staff[id] : typed;
            scope.Db.AssignmentMembers.Add(new AssignmentMember
            {
                Id = Guid.CreateVersion7(),
                AssignmentId = assignment.Id,
                Order = ++order,
                StaffId = typed.StaffId,
                Name = person.Name.Trim(),
                Nip = person.Nip.Trim().Length == 0 ? null : Nip.Read(person.Nip).Digits,
                Rank = Optional(person.Rank) ?? Optional(typed.Rank),
                Position = person.Position.Trim(),
                Duty = typed.Duty.Trim(),
                IsLead = typed.IsLead,
            });
        }
    }

    private static string? Optional(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
