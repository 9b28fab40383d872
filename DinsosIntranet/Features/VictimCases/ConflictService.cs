using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A tie as typed: the number is turned into its index and not kept.</summary>
public sealed record DeclareTie
{
    public TieKind Kind { get; set; }

    public string Digits { get; set; } = "";
}

/// <summary>The head's answer to a proposed conflict.</summary>
public sealed record DecideConflict
{
    public required Guid Id { get; init; }

    public required bool Accept { get; init; }

    public string Note { get; set; } = "";
}

/// <summary>Conflicts of interest before they harm: what staff say of their ties, and what a head makes of the cases that follow.</summary>
public sealed class ConflictService(WriteRunner writes, AgencyDirectory agencies, ActorDirectory actors, RequestExclusions exclusions, CaseVault vault)
{
    private const string Table = "CaseConflicts";
    private const string TieKindOfRecord = "hubungan";

    /// <summary>Keeps the tie and proposes conflicts where a case knows the number. The answer is the same whether one does.</summary>
    public Task<Outcome> DeclareAsync(DeclareTie command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var id = OrderedId.Create();
                scope.Audit("hubungan.nyatakan", TieKindOfRecord, id, new AuditText().Fact("jenis", command.Kind));
                if (!Policies.Admits(Policies.Cases, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var (digits, findings) = Read(command);
                var fault = digits.Length == 0 ? "Isi nomornya." : findings.FirstOrDefault(f => f.Level == FindingLevel.Error)?.Message;
                if (fault is not null)
                {
                    return Outcome.Refused(fault, nameof(command.Digits));
                }

                var indexes = command.Kind == TieKind.Nik ? vault.NikIndexes(digits) : vault.FamilyIndexes(digits);
                var own = await scope.Db.StaffTies.AsNoTracking().Where(t => t.UserId == scope.Actor.UserId).ToListAsync(cancellationToken);
                if (own.Exists(t => t.Kind == command.Kind && indexes.Contains(t.Index)))
                {
                    return Outcome.Refused("Nomor ini sudah Anda nyatakan.", nameof(command.Digits));
                }

                if (own.Count >= StaffTie.Most)
                {
                    return Outcome.Refused($"Paling banyak {StaffTie.Most} nomor.", nameof(command.Digits));
                }

                var tie = new StaffTie { Id = id, UserId = scope.Actor.UserId, Kind = command.Kind, Index = indexes[0], At = scope.Now };
                scope.Db.StaffTies.Add(tie);
                await CaseConflicts.MatchAsync(scope, tie, indexes, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes a tie back; conflicts it led to stay with the head.</summary>
    public Task<Outcome> WithdrawAsync(Guid tieId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("hubungan.cabut", TieKindOfRecord, tieId);
                var tie = await scope.Db.StaffTies.FirstOrDefaultAsync(t => t.Id == tieId && t.UserId == scope.Actor.UserId, cancellationToken);
                if (tie is null)
                {
                    return Outcome.NotFound("Pernyataan ini sudah tidak ada.");
                }

                scope.Db.StaffTies.Remove(tie);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Somebody says of one case, by its code, that they are close to a party. The answer does not tell what became of it.</summary>
    public Task<Outcome> DeclareCaseAsync(string number, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var code = number.Trim().ToUpperInvariant();
                var caseId = await scope.Db.WorkItems.Where(w => w.Number == code).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(cancellationToken);
                scope.Audit("hubungan.kasus", CaseService.RecordKind, caseId ?? Guid.Empty);
                if (!Policies.Admits(Policies.Cases, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (caseId is null || await CaseFinding.FindAsync(scope.Db, caseId.Value, scope.Actor, agency, scope.Now, cancellationToken) is not { Sight: not CaseSight.None })
                {
                    return Outcome.Refused("Kode kasus ini tidak ditemukan.", nameof(number));
                }

                await CaseConflicts.ProposeAsync(scope, caseId.Value, scope.Actor.UserId, ConflictGround.Declared, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Accepts a conflict, which takes the person out of the team and excludes them from the case, or declines it. By a head who is
    /// not concerned, of a locked case also by its lead; with a reason only the key of the case opens. Of two who decide at once, the
    /// second is told who was first. Returns what the head must see to now, as a desk without anybody else.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> DecideAsync(DecideConflict command, ActionContext act, CancellationToken cancellationToken = default)
    {
        Guid? excluded = null;
        var text = new AuditText().Fact("diterima", command.Accept);
        var outcome = await writes.RunAsync<IReadOnlyList<string>>(
            act,
            async scope =>
            {
                excluded = null;
                var conflict = await scope.Db.CaseConflicts.FirstOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
                scope.Audit("kasus.benturan-putus", CaseService.RecordKind, conflict?.CaseId ?? Guid.Empty, text);
                var agency = await agencies.GetAsync(cancellationToken);
                if (conflict is null || await CaseFinding.FindAsync(scope.Db, conflict.CaseId, scope.Actor, agency, scope.Now, cancellationToken) is not { Sight: not CaseSight.None } found)
                {
                    return Outcome.NotFound("Kasus ini tidak ada, atau tidak untuk Anda.");
                }

                if (!MayDecide(scope.Actor, found.Facts, conflict.UserId))
                {
                    return Outcome.Forbidden("Benturan kepentingan diputus kepala bidang atau Kepala Dinas yang tidak bersangkutan. Penolakan ini dicatat.");
                }

                if (conflict.State != ConflictState.Waiting)
                {
                    return Outcome.Conflict($"Sudah diputus {conflict.DecidedByText} {IndonesianDates.ShortWithTime(conflict.DecidedAt!.Value, agency.Zone)}.");
                }

                if (command.Note.Trim().Length is 0 or > CaseConflict.NoteMaxLength)
                {
                    return Outcome.Refused(command.Note.Trim().Length == 0 ? "Tulis alasannya." : $"Paling banyak {CaseConflict.NoteMaxLength} huruf.", nameof(command.Note));
                }

                using var key = vault.Open(found.Case);
                if (key is null)
                {
                    return Outcome.Refused("Isi kasus ini sudah dimusnahkan; yang tersisa hanya kode dan riwayatnya.");
                }

                IReadOnlyList<string> warnings = [];
                if (command.Accept)
                {
                    var left = await ExcludeAsync(scope, found, conflict.UserId, cancellationToken);
                    if (!left.IsOk)
                    {
                        return left.AsFailure();
                    }

                    warnings = left.Value;
                    excluded = conflict.UserId;
                }

                var note = CaseVault.Seal(key, Table, "Note", conflict.Id, command.Note.Trim());
                text.Fact("catatan", note);
                conflict.Decide(command.Accept ? ConflictState.Accepted : ConflictState.Declined, note, scope.Actor.NameAndPosition, scope.Now);
                scope.Publish(Topic.Cases, conflict.CaseId);
                return Outcome.Ok(warnings);
            },
            cancellationToken);
        if (outcome.IsOk && excluded is { } userId)
        {
            actors.Forget(userId);
        }

        return outcome;
    }

    /// <summary>Nobody decides about themselves. No head outside its team may know of a locked case, so its lead decides there.</summary>
    private static bool MayDecide(Actor actor, CaseFacts facts, Guid concerned) =>
        actor.UserId != concerned && (CaseAccess.IsHead(actor, facts.UnitCode) || (facts.IsLocked && facts.IsLead));

    /// <summary>Out of the team first, so that nobody leads a case that does not exist for them; the member who is longest there leads on.</summary>
    private async Task<Outcome<IReadOnlyList<string>>> ExcludeAsync(WriteScope scope, FoundCase found, Guid userId, CancellationToken cancellationToken)
    {
        if (found.Team.FirstOrDefault(m => m.UserId == userId) is { } member)
        {
            var others = found.Team.Where(m => m != member).ToList();
            if (others.Count == 0 && found.Item.IsOpen)
            {
                return Outcome.Refused("Kasus tidak boleh tanpa tim. Tambahkan penggantinya dulu.");
            }

            if (found.Case.IsLocked && others.Count < 2)
            {
                return Outcome.Refused("Kasus terkunci harus dikenal sedikitnya dua orang. Tambahkan penggantinya dulu.");
            }

            // Whoever changes the team at this moment is run again.
            scope.Db.Entry(found.Case).Property(c => c.OpenedAt).IsModified = true;
            (member.RemovedAt, member.RemovedById) = (scope.Now, scope.Actor.UserId);
            if (member.IsLead && others.Count > 0)
            {
                (member.IsLead, others[0].IsLead) = (false, true);
            }
        }

        if (await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == found.Case.Id && x.UserId == userId && x.LiftedAt == null, cancellationToken))
        {
            return Outcome.Ok<IReadOnlyList<string>>([]);
        }

        var made = await exclusions.AddAsync(scope, found.Case.Id, userId, ExclusionReason.Related, cancellationToken);
        return made.IsOk ? Outcome.Ok(made.Value.Warnings) : made.AsFailure();
    }

    private static (string Digits, IReadOnlyList<Finding> Findings) Read(DeclareTie command)
    {
        var digits = IdentityDigits.Strip(command.Digits);
        if (command.Kind == TieKind.FamilyCard)
        {
            var card = FamilyCardNumber.Read(command.Digits);
            return (card.Digits, card.Findings);
        }

        return (digits, IdentityDigits.ShapeFault(digits, Nik.Length, "NIK", "KTP") is { } fault ? [fault] : []);
    }
}
