using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// What is done with the file of a victim's case. Every act says first what it is about to do, then asks
/// <see cref="CaseAccess"/>; whatever touches content needs an opening that still holds.
/// </summary>
public sealed partial class CaseService(
    WriteRunner writes,
    WorkFlow flow,
    RequestIntake intake,
    GuestBookService guests,
    AccountService accounts,
    AgencyDirectory agencies,
    StandardLibrary standards,
    ActionRegistry actions,
    ActorDirectory actors,
    CaseReference reference,
    CaseVault vault,
    FigureVault figures,
    AssignmentService assignments,
    FileVault files,
    IOptions<FileVaultOptions> fileOptions)
{
    public const string RecordKind = "kasus";

    /// <summary>Where an act was refused because the content is not open: the page asks for the password again and keeps what was typed.</summary>
    public const string OpeningField = "Opening";

    /// <summary>How long an opening holds, in minutes.</summary>
    public const int OpeningMinutes = 60;

    private const string NotThere = "Kasus ini tidak ada, atau tidak untuk Anda.";

    /// <summary>A case about to be worked on, as far as this actor may.</summary>
    private sealed record Open(VictimCase Case, CaseFacts Facts, CaseSight Sight, IReadOnlyList<CaseMember> Team, AgencySnapshot Agency);

    private Task<Outcome> OnAsync(Guid caseId, ActionContext act, string audit, AuditText? text, bool needsContent, Func<WriteScope, Open, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, RecordKind, caseId, text);
                var open = await LoadAsync(scope, caseId, needsContent, cancellationToken);
                return open.IsOk ? await work(scope, open.Value) : open.AsFailure();
            },
            cancellationToken);

    private Task<Outcome<T>> OnAsync<T>(Guid caseId, ActionContext act, string audit, AuditText? text, Func<WriteScope, Open, Task<Outcome<T>>> work, CancellationToken cancellationToken) =>
        writes.RunAsync<T>(
            act,
            async scope =>
            {
                scope.Audit(audit, RecordKind, caseId, text);
                var open = await LoadAsync(scope, caseId, needsContent: true, cancellationToken);
                return open.IsOk ? await work(scope, open.Value) : open.AsFailure();
            },
            cancellationToken);

    private async Task<Outcome<Open>> LoadAsync(WriteScope scope, Guid caseId, bool needsContent, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (await CaseFinding.FindAsync(scope.Db, caseId, scope.Actor, agency, scope.Now, cancellationToken) is not { Sight: not CaseSight.None } found)
        {
            return Outcome.NotFound(NotThere);
        }

        var open = new Open(found.Case, found.Facts, found.Sight, found.Team, agency);
        if (!needsContent)
        {
            return open;
        }

        if (found.Sight != CaseSight.Content)
        {
            return Outcome.Forbidden();
        }

        return await CaseFinding.OpenUntilAsync(scope.Db, caseId, scope.Actor.UserId, scope.Now, cancellationToken) is null
            ? Outcome.Refused("Isi kasus tertutup lagi. Masukkan kata sandi untuk membukanya; yang Anda ketik tetap ada.", OpeningField)
            : open;
    }

    /// <summary>Whether the actor fills in blocks of this case, or why not.</summary>
    private static Outcome MayWrite(WriteScope scope, Open open) =>
        CaseAccess.MayWrite(open.Facts, scope.Now) ? Outcome.Ok() : Outcome.Forbidden("Hanya tim kasus yang mengisi berkas ini. Penolakan ini dicatat.");

    /// <summary>The key of the case, or why there is no content any more.</summary>
    private Outcome<ContentKey> KeyOf(VictimCase victimCase) =>
        vault.Open(victimCase) is { } key ? key : Outcome.Refused("Isi kasus ini sudah dimusnahkan; yang tersisa hanya kode dan riwayatnya.");

    /// <summary>As <see cref="OnAsync(Guid, ActionContext, string, AuditText, bool, Func{WriteScope, Open, Task{Outcome}}, CancellationToken)"/>, for what the team does with the content open, its key in hand.</summary>
    private Task<Outcome> OnWorkAsync(Guid caseId, ActionContext act, string audit, AuditText? text, Func<WriteScope, Open, ContentKey, Task<Outcome>> work, CancellationToken cancellationToken) =>
        OnAsync(
            caseId,
            act,
            audit,
            text,
            needsContent: true,
            async (scope, open) =>
            {
                if (!CaseAccess.MayWork(open.Facts))
                {
                    return Outcome.Forbidden("Hanya tim kasus yang mengerjakan ini. Penolakan ini dicatat.");
                }

                return await WithKeyAsync(open, key => work(scope, open, key));
            },
            cancellationToken);

    private async Task<Outcome> WithKeyAsync(Open open, Func<ContentKey, Task<Outcome>> work)
    {
        var opened = KeyOf(open.Case);
        if (!opened.IsOk)
        {
            return opened.AsFailure();
        }

        using var key = opened.Value;
        return await work(key);
    }

    /// <summary>All blocks of a case with their content open.</summary>
    private static async Task<List<FilledBlock>> BlocksAsync(WriteScope scope, ContentKey key, Guid caseId, CancellationToken cancellationToken)
    {
        var rows = await scope.Db.CaseBlocks.AsNoTracking().Where(b => b.CaseId == caseId && b.RemovedAt == null).OrderBy(b => b.Ordinal).ToListAsync(cancellationToken);
        return rows.ConvertAll(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b)));
    }

    /// <summary>Writes down one look at a case.</summary>
    internal static void Sighted(WriteScope scope, Guid caseId, SightingKind kind, string reason, string? detail = null, DateTime? until = null, Guid? id = null) =>
        scope.Db.CaseSightings.Add(new CaseSighting
        {
            Id = id ?? OrderedId.Create(),
            CaseId = caseId,
            UserId = scope.Actor.UserId,
            UserText = scope.Actor.NameAndPosition,
            Kind = kind,
            At = scope.Now,
            Until = until,
            Reason = reason,
            Detail = detail,
        });

    private static void AddMember(WriteScope scope, Guid caseId, Actor member, bool isLead) =>
        scope.Db.CaseMembers.Add(new CaseMember
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            UserId = member.UserId,
            UserText = member.NameAndPosition,
            IsLead = isLead,
            AddedAt = scope.Now,
            AddedById = scope.Actor.UserId,
        });

    /// <summary>Two who change the same case at once: one of them is run again on what the other left.</summary>
    private static void Touch(WriteScope scope, VictimCase victimCase)
    {
        scope.Db.Entry(victimCase).Property(c => c.OpenedAt).IsModified = true;
        scope.Publish(Topic.Cases, victimCase.Id);
    }
}
