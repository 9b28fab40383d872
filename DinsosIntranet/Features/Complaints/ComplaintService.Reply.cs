using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string Conveyed = "disampaikan";
    private const string Closed = "tutup";
    private const string AnswerAgain = "jawab-lagi";

    /// <summary>
    /// The answer as it will be given. By letter, the letter goes before its signer; said or copied, its words are all there
    /// is to it.
    /// </summary>
    public Task<Outcome> PrepareReplyAsync(Guid id, ReplyInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.ajukan-jawaban",
            new AuditText().Fact("cara", input.Way),
            [ReplyAction],
            async (scope, open) =>
            {
                var reply = await scope.Db.ComplaintReplies.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
                if (await ReplyLetterAsync(scope.Db, reply, cancellationToken) is { } earlier)
                {
                    return AlreadySubmitted(earlier);
                }

                var refusals = InvestigationRules.Check(input, reference.Ways);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                if (reply is null)
                {
                    scope.Db.ComplaintReplies.Add(new ComplaintReply { Id = id, Text = input.Text.Trim(), WayCode = input.Way, PreparedAt = scope.Now, Version = Guid.CreateVersion7() });
                }
                else
                {
                    (reply.Text, reply.WayCode, reply.PreparedAt) = (input.Text.Trim(), input.Way, scope.Now);
                }

                if (reference.Ways.First(w => w.Code == input.Way).IsByLetter)
                {
                    await SubmitLetterAsync(scope, open, LetterKinds.ComplaintReply, cancellationToken);
                }
                else
                {
                    flow.AddHistory(scope, open.Work, $"Jawaban disiapkan: {Typography.MidSentence(reference.WayName(input.Way))}", null);
                }

                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes the answer back before it was signed or given, to change it.</summary>
    public Task<Outcome> RecallReplyAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.tarik-jawaban",
            null,
            [ReplyAction],
            async (scope, open) =>
            {
                var reply = await scope.Db.ComplaintReplies.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
                if (await ReplyLetterAsync(scope.Db, reply, cancellationToken) is { Status: not LetterStatus.Draft } letter)
                {
                    return Outcome.Conflict($"{letter.Title} sudah bernomor {letter.Number}, jadi tidak dapat ditarik.");
                }

                await letters.DropDraftsAsync(scope, id, cancellationToken);
                if (reply is not null)
                {
                    // The words stay for the form; nothing is on its way any more.
                    reply.WayCode = "";
                }

                flow.AddHistory(scope, open.Work, "Jawaban ditarik kembali untuk diperbaiki", null);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The answer reached the complainant, with the proof of it; from that day their response is waited for.</summary>
    public Task<Outcome> ConveyReplyAsync(Guid id, ConveyInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.sampaikan-jawaban",
            null,
            [ReplyAction],
            async (scope, open) =>
            {
                var reply = await scope.Db.ComplaintReplies.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
                if (reply is null || reference.Ways.FirstOrDefault(w => w.Code == reply.WayCode) is not { } way)
                {
                    return Outcome.Refused("Siapkan dulu jawabannya.");
                }

                var letter = await ReplyLetterAsync(scope.Db, reply, cancellationToken);
                if (way.IsByLetter && letter is not { Status: LetterStatus.Issued })
                {
                    return Outcome.Refused($"{LetterKinds.Name(LetterKinds.ComplaintReply)} belum terbit. Tunggu sampai ditandatangani.");
                }

                var agency = open.Work.Agency;
                var today = agency.DateOf(scope.Now);
                var refusals = InvestigationRules.Check(input, way, agency.DateOf(reply.PreparedAt), today);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var on = input.On!.Value;
                scope.Db.ComplaintAnswers.Add(new ComplaintAnswer
                {
                    Id = OrderedId.Create(),
                    ComplaintId = id,
                    IsAtOnce = false,
                    ById = scope.Actor.UserId,
                    ByText = open.Work.Signature(scope.Actor),
                    At = on == today ? scope.Now : agency.Calendar.MidnightAfter(on.AddDays(-1)).AddHours(NoonHours),
                    WayCode = way.Code,
                    Text = reply.Text,
                    Reference = letter?.Number,
                    Proof = Optional(input.Proof),
                });
                scope.Db.ComplaintReplies.Remove(reply);
                await GoAsync(scope, open.Work, Conveyed, way.IsNone ? "Jawaban tidak dapat disampaikan" : $"Jawaban disampaikan: {Typography.MidSentence(way.Name)}", letter is null ? null : $"Nomor {letter.Number}", cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>How the complainant took the answer: closes the complaint, or answers it once more.</summary>
    public Task<Outcome> RespondAsync(Guid id, ResponseInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.tanggapan",
            new AuditText().Fact("tanggapan", input.Reaction?.ToString() ?? "-"),
            [RespondAction],
            async (scope, open) =>
            {
                var agency = open.Work.Agency;
                var given = await scope.Db.ComplaintAnswers.Where(a => a.ComplaintId == id && !a.IsAtOnce).OrderBy(a => a.Id).ToListAsync(cancellationToken);
                var last = given[^1];
                var refusals = InvestigationRules.Check(input, given.Count, SilentFrom(agency, last.At), agency.DateOf(scope.Now));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var reaction = input.Reaction!.Value;
                last.Taken(reaction, Optional(input.Words), scope.Now);
                var title = $"Tanggapan pengadu: {reaction.Name().ToLowerInvariant()}";
                if (reaction == Reaction.Unsatisfied && input.AnswerAgain == true)
                {
                    await GoAsync(scope, open.Work, AnswerAgain, title, "Dijawab sekali lagi.", cancellationToken);
                }
                else
                {
                    open.Complaint.ClosingNote = reaction == Reaction.Unsatisfied ? Optional(input.ClosingReason) : null;
                    await GoAsync(scope, open.Work, Closed, title, "Pengaduan ditutup.", cancellationToken);
                }

                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The first day on which a complainant who said nothing counts as silent.</summary>
    internal DateOnly SilentFrom(Agency.AgencySnapshot agency, DateTime answeredAt) =>
        agency.Calendar.AddWorkingDays(agency.DateOf(answeredAt), reference.Limits.ResponseWorkingDays).AddDays(1);

    /// <summary>The letter of the answer that is on its way; that of an earlier answer is none of it.</summary>
    internal static async Task<Letter?> ReplyLetterAsync(DinsosDbContext db, ComplaintReply? reply, CancellationToken cancellationToken) =>
        reply is not null && await LetterAsync(db, reply.Id, LetterKinds.ComplaintReply, cancellationToken) is { } letter && letter.CreatedAt >= reply.PreparedAt ? letter : null;
}
