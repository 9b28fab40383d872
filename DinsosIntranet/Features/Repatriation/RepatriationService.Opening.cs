using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Opening who the people are: the password once more, and a reason of the list.</summary>
public sealed record OpenRepatriation
{
    public string Reason { get; set; } = "";

    public string Password { get; set; } = "";
}

/// <summary>A paper made for one journey and kept nowhere.</summary>
public enum RepatriationPrint
{
    RunSheet,
    HandOverSheet,
}

public sealed partial class RepatriationService
{
    /// <summary>How long after it was recorded a printing or a reading can be fetched, in minutes.</summary>
    public const int FetchMinutes = 5;

    private const string NotForYou = "Data migran hanya untuk Bidang Dayasos, Kepala Dinas, dan tim pengantarnya. Penolakan ini dicatat.";

    /// <summary>Opens who the people are for an hour; each opening is in the trail, and shown to whoever works on the request.</summary>
    public async Task<Outcome> OpenAsync(Guid requestId, OpenRepatriation command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, "Kata sandi tidak cocok. Data migran belum dibuka.", nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        return await SeeingAsync(
            requestId,
            act,
            "pemulangan.buka",
            new AuditText().Fact("alasan", Listed(RepatriationReference.OpeningReasons, command.Reason)),
            needsOpening: false,
            (scope, _) =>
            {
                if (!reference.Knows(RepatriationReference.OpeningReasons, command.Reason))
                {
                    return Task.FromResult<Outcome<Guid>>(Outcome.Refused("Pilih alasan membuka.", nameof(command.Reason)));
                }

                return Task.FromResult<Outcome<Guid>>(Sighted(scope, requestId, SightKind.Opened, command.Reason, null, scope.Now.AddMinutes(RepatriationFinding.OpeningMinutes)));
            },
            cancellationToken) is { IsOk: false } failed
            ? failed.AsFailure()
            : Outcome.Ok();
    }

    /// <summary>
    /// Records that a paper is printed, and why; the id names this one printing, for the same person and a few minutes.
    /// <paramref name="migrantId"/> is the person a hand-over sheet is for.
    /// </summary>
    public Task<Outcome<Guid>> PrintAsync(Guid requestId, RepatriationPrint print, Guid? migrantId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        SeeingAsync(
            requestId,
            act,
            "pemulangan.cetak",
            new AuditText().Fact("lembar", print).Fact("alasan", Listed(RepatriationReference.PrintReasons, reason)),
            needsOpening: true,
            async (scope, _) =>
            {
                if (!reference.Knows(RepatriationReference.PrintReasons, reason))
                {
                    return Outcome.Refused("Pilih alasan mencetak.", nameof(reason));
                }

                var file = await FileAsync(scope, requestId, cancellationToken);
                if (file.MeetOn is null)
                {
                    return Outcome.Refused("Lembar ini dicetak setelah tim dan penjemputannya direncanakan.");
                }

                if (print == RepatriationPrint.HandOverSheet && vault.Open(file).Migrants.All(m => m.Id != migrantId))
                {
                    return Outcome.NotFound("Orang ini tidak ada dalam perjalanan ini.");
                }

                return Sighted(scope, requestId, SightKind.Printed, reason, print == RepatriationPrint.HandOverSheet ? $"{print}:{migrantId:N}" : print.ToString());
            },
            cancellationToken);

    /// <summary>Records that a file is read, and why; the id names this one reading.</summary>
    public Task<Outcome<Guid>> OpenPaperAsync(Guid requestId, Guid paperId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        SeeingAsync(
            requestId,
            act,
            "pemulangan.berkas-buka",
            new AuditText().Fact("berkas", paperId).Fact("alasan", Listed(RepatriationReference.OpeningReasons, reason)),
            needsOpening: true,
            async (scope, sight) =>
            {
                if (sight != RepatriationSight.Content || !await scope.Db.RepatriationPapers.AnyAsync(p => p.Id == paperId && p.RequestId == requestId && p.RemovedAt == null, cancellationToken))
                {
                    return Outcome.NotFound("Berkas ini sudah dihapus.");
                }

                return reference.Knows(RepatriationReference.OpeningReasons, reason)
                    ? Sighted(scope, requestId, SightKind.File, reason, paperId.ToString("N"))
                    : Outcome.Refused("Pilih alasan membuka.", nameof(reason));
            },
            cancellationToken);

    /// <summary>What shows who the people are: for those who may know it, each time with a row that says who, when and why.</summary>
    private Task<Outcome<Guid>> SeeingAsync(
        Guid requestId, ActionContext act, string audit, AuditText text, bool needsOpening, Func<WriteScope, RepatriationSight, Task<Outcome<Guid>>> work, CancellationToken cancellationToken) =>
        writes.RunAsync<Guid>(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, requestId, text);
                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (!await scope.Db.RepatriationFiles.AnyAsync(f => f.Id == requestId, cancellationToken))
                {
                    return Outcome.NotFound("Permohonan tidak ditemukan.");
                }

                var (item, standard, agency) = (loaded.Value.Item, loaded.Value.Standard, loaded.Value.Agency);
                var sight = await RepatriationFinding.SightAsync(scope.Db, item, standard, agency, scope.Actor, cancellationToken);
                if (sight is not (RepatriationSight.Content or RepatriationSight.Escort))
                {
                    return Outcome.Forbidden(NotForYou);
                }

                if (needsOpening && await ClosedAsync(scope, requestId, cancellationToken) is { } closed)
                {
                    return closed;
                }

                var outcome = await work(scope, sight);
                scope.Publish(Topic.Work, requestId);
                return outcome;
            },
            cancellationToken);

    private static Guid Sighted(WriteScope scope, Guid requestId, SightKind kind, string reason, string? detail, DateTime? until = null)
    {
        var id = OrderedId.Create();
        scope.Db.RepatriationSightings.Add(new RepatriationSighting
        {
            Id = id,
            RequestId = requestId,
            UserId = scope.Actor.UserId,
            UserText = scope.Actor.NameAndPosition,
            Kind = kind,
            At = scope.Now,
            Until = until,
            Reason = reason,
            Detail = detail,
        });
        return id;
    }

    /// <summary>A code of the list for the trail; what is none is not written down, since somebody may have typed it.</summary>
    private string Listed(string list, string code) => reference.Knows(list, code) ? code : "-";
}
