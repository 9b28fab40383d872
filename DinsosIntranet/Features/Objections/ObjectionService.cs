using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>What registering an objection gave: its number and the form to print.</summary>
public sealed record RegisteredObjection(Guid Id, string Number, Guid FormLetterId);

/// <summary>
/// An objection from the counter to the applicant's word on the answer. It hangs on the request it objects to, whose story
/// tells every step of it, and has a clock of its own.
/// </summary>
public sealed partial class ObjectionService(
    WriteRunner writes,
    WorkFlow flow,
    AgencyDirectory agencies,
    InformationReference reference,
    InformationReopening reopening,
    ObjectionFormWriter forms,
    LetterService letters)
{
    public const string RecordKind = "keberatan";

    /// <summary>An objection about to be worked on, with the request it objects to.</summary>
    private sealed record Open(Objection Objection, WorkInHand Work)
    {
        public AgencySnapshot Agency => Work.Agency;
    }

    /// <summary>Where somebody keeps what they typed of an objection to this request.</summary>
    public static string DraftKey(Guid requestId) => $"keberatan:{requestId:N}";

    /// <summary>Registers an objection and prints its form; <paramref name="id"/> is chosen by the page, so that saving twice is noticed.</summary>
    public Task<Outcome<RegisteredObjection>> RegisterAsync(Guid id, Guid requestId, ObjectionInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<RegisteredObjection>(
            act,
            async scope =>
            {
                scope.Audit("keberatan.daftar", RecordKind, id, new AuditText().Fact("permohonan", requestId).Fact("huruf", string.Join(",", input.Grounds.Order(StringComparer.Ordinal))));
                if (!ObjectionRules.MayHandle(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (await ObjectionFacts.AnsweredAsync(scope.Db, requestId, agency, cancellationToken) is not { } answered)
                {
                    return Outcome.NotFound("Permohonan informasi ini tidak ada, atau sudah ditarik pemohon.");
                }

                if (await ObjectionFacts.OpenAsync(scope.Db, requestId, cancellationToken) is { } open)
                {
                    return Outcome.Conflict(await AlreadyAsync(scope, open, agency, cancellationToken));
                }

                var today = agency.DateOf(scope.Now);
                var facts = new LodgingFacts(ObjectionGrounds.Fit(answered, input.ReceivedOn is { } day && day <= today && day != IndonesianDates.Unreadable ? day : today), reference.ObjectionTimes, today, agency.Calendar);
                var refusals = input.Check(facts);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                return await SaveAsync(scope, agency, id, requestId, input, cancellationToken);
            },
            cancellationToken);

    private async Task<Outcome<RegisteredObjection>> SaveAsync(WriteScope scope, AgencySnapshot agency, Guid id, Guid requestId, ObjectionInput input, CancellationToken cancellationToken)
    {
        var received = input.ReceivedOn!.Value;
        var number = await forms.NumberAsync(scope, agency, cancellationToken);
        var objection = new Objection
        {
            Id = id,
            RequestId = requestId,
            Number = number.Text,
            ReceivedAt = received == agency.DateOf(scope.Now) ? scope.Now : agency.Calendar.MidnightAfter(received.AddDays(-1)),
            Grounds = [.. input.Grounds.Order(StringComparer.Ordinal)],
            CaseText = input.CaseText.Trim(),
            Purpose = input.Purpose.Trim(),
            ProxyName = input.HasProxy ? PersonName.Read(input.ProxyName).Stored : null,
            ProxyAddress = input.HasProxy ? input.ProxyAddress.Trim() : null,
            ProxyIdentity = input.HasProxy ? input.ProxyIdentity.Trim() : null,
            ProxyLetter = input.HasProxy ? input.ProxyLetter.Trim() : null,
            PromisedOn = ObjectionRules.AnswerBy(received, reference.ObjectionTimes, agency.Calendar),
            RegisteredAt = scope.Now,
            RegisteredById = scope.Actor.UserId,
            FormLetterId = Guid.CreateVersion7(),
            Version = Guid.CreateVersion7(),
        };
        await forms.WriteAsync(scope, agency, objection, number, cancellationToken);
        scope.Db.Objections.Add(objection);
        var work = await flow.LoadAsync(scope, requestId, cancellationToken);
        flow.AddHistory(scope, work.Value, $"Keberatan {number.Text} diterima", $"Alasan huruf {string.Join(", ", objection.Grounds)}. Tanggapan paling lambat {IndonesianDates.Letter(objection.PromisedOn)}.");
        await DraftStore.RemoveAsync(scope, DraftKey(requestId), cancellationToken);
        Publish(scope, objection);
        return new RegisteredObjection(id, number.Text, objection.FormLetterId);
    }

    /// <summary>The applicant takes it back, as long as no answer was signed.</summary>
    public Task<Outcome> WithdrawAsync(Guid objectionId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            objectionId,
            act,
            "keberatan.tarik",
            null,
            ObjectionRules.MayHandle,
            async (scope, open) =>
            {
                var refusals = new List<Refusal>();
                Texts.Require(refusals, reason, "Isi alasan penarikan.", nameof(reason), Objection.NoteMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var letter = await ObjectionFacts.AnswerAsync(scope.Db, open.Objection, cancellationToken);
                if (letter is not null && letter.Status != LetterStatus.Draft)
                {
                    return Outcome.Refused($"Tanggapan nomor {letter.Number} sudah ditandatangani, jadi keberatan ini tidak dapat ditarik lagi.");
                }

                await DropDraftAsync(scope, letter, cancellationToken);
                open.Objection.Withdraw(reason.Trim(), scope.Now);
                flow.AddHistory(scope, open.Work, $"Keberatan {open.Objection.Number} ditarik pemohon", reason);
                Publish(scope, open.Objection);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>What the applicant said to the answer, for the register.</summary>
    public Task<Outcome> RespondAsync(Guid objectionId, ObjectionResponse? response, string note, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("keberatan.respons", RecordKind, objectionId, new AuditText().Fact("respons", response?.ToString() ?? "-"));
                if (!ObjectionRules.MayHandle(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (await scope.Db.Objections.FirstOrDefaultAsync(o => o.Id == objectionId, cancellationToken) is not { } objection)
                {
                    return Outcome.NotFound("Keberatan tidak ditemukan.");
                }

                if (objection.State != ObjectionState.Answered)
                {
                    return Outcome.Refused("Tanggapan belum disampaikan kepada pemohon.");
                }

                var refusals = new List<Refusal>();
                if (response is null)
                {
                    refusals.Add(new Refusal("Pilih respons pemohon.", nameof(response)));
                }

                if (note.Length > Objection.NoteMaxLength)
                {
                    refusals.Add(new Refusal($"Paling banyak {Objection.NoteMaxLength} huruf.", nameof(note)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                (objection.Response, objection.ResponseNote, objection.RespondedAt) = (response, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), scope.Now);
                var work = await flow.LoadAsync(scope, objection.RequestId, cancellationToken);
                flow.AddHistory(scope, work.Value, $"Respons pemohon atas tanggapan keberatan {objection.Number}: {response!.Value.Name().ToLowerInvariant()}", null);
                Publish(scope, objection);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>One write on an open objection by somebody who may; who closed it meanwhile is told otherwise.</summary>
    private Task<Outcome> OnAsync(Guid objectionId, ActionContext act, string audit, AuditText? text, Func<Actor, bool> may, Func<WriteScope, Open, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, RecordKind, objectionId, text);
                if (!may(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (await scope.Db.Objections.FirstOrDefaultAsync(o => o.Id == objectionId, cancellationToken) is not { } objection)
                {
                    return Outcome.NotFound("Keberatan tidak ditemukan.");
                }

                var loaded = await flow.LoadAsync(scope, objection.RequestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded;
                }

                return objection.ClosedAt is { } closed
                    ? Outcome.Conflict($"Keberatan ini sudah {(objection.State == ObjectionState.Withdrawn ? "ditarik pemohon" : "dijawab")} pada {IndonesianDates.ShortWithTime(closed, loaded.Value.Agency.Zone)}.")
                    : await work(scope, new Open(objection, loaded.Value));
            },
            cancellationToken);

    private static async Task<string> AlreadyAsync(WriteScope scope, Objection open, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var by = await scope.Db.Users.Where(u => u.Id == open.RegisteredById).Select(u => u.FullName).FirstOrDefaultAsync(cancellationToken);
        return $"Keberatan {open.Number} atas permohonan ini sudah didaftarkan {by} pada {IndonesianDates.ShortWithTime(open.RegisteredAt, agency.Zone)} dan belum dijawab.";
    }

    private static async Task DropDraftAsync(WriteScope scope, Letter? letter, CancellationToken cancellationToken)
    {
        if (letter is { Status: LetterStatus.Draft })
        {
            await scope.Db.Letters.Where(l => l.Id == letter.Id && l.Status == LetterStatus.Draft).ExecuteDeleteAsync(cancellationToken);
            scope.Publish(Topic.Letters, letter.Id);
        }
    }

    private static void Publish(WriteScope scope, Objection objection)
    {
        scope.Publish(Topic.Work, objection.RequestId);
        scope.Publish(Topic.Work, objection.Id);
    }
}
