using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.TemplateLetters;

public sealed record ComposeLetter
{
    public required Guid RequestId { get; init; }

    /// <summary>What was typed, by the codes of the template's fields.</summary>
    public required IReadOnlyDictionary<string, string> Typed { get; init; }

    /// <summary>The version of the answers the form was opened on; null where there were none.</summary>
    public required Guid? Seen { get; init; }
}

/// <summary>The step that prepares a letter in the agency's own words: fill in, look at the draft, submit it for signing.</summary>
public sealed class TemplateLetterService(WriteRunner writes, WorkFlow flow, LetterService letters)
{
    /// <summary>Keeps what was typed and puts a new draft in the place of any earlier one; the request stays where it is.</summary>
    public Task<Outcome> SaveAsync(ComposeLetter command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit("surat.susun", WorkFlow.RecordKind, command.RequestId, text);
                var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, StepActions.Compose, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                var template = work.Standard.Letter!;
                var entry = await scope.Db.TemplateEntries.FirstOrDefaultAsync(e => e.RequestId == command.RequestId, cancellationToken);
                if (entry?.Version != command.Seen)
                {
                    return Outcome.Conflict(await OvertakenAsync(scope, work, entry, cancellationToken));
                }

                var read = TemplateRules.Read(template, command.Typed);
                if (!read.IsOk)
                {
                    return read.AsFailure();
                }

                text.Fact("isian", read.Value.Count);
                await SaveAsync(scope, work, entry, read.Value, cancellationToken);
                flow.AddHistory(scope, work, $"Konsep {template.Name} disusun", null);
                await DraftStore.RemoveAsync(scope, DraftKeys.Step(command.RequestId, work.Step.Id), cancellationToken);
                scope.Publish(Topic.Work, command.RequestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The draft is in order: on to the signing desk.</summary>
    public Task<Outcome> SubmitAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.ajukan", WorkFlow.RecordKind, requestId);
                var loaded = await flow.LoadForWorkAsync(scope, requestId, StepActions.Compose, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (!await scope.Db.Letters.AnyAsync(l => l.RequestId == requestId && l.Kind == LetterKinds.FromTemplate && l.Status == LetterStatus.Draft, cancellationToken))
                {
                    return Outcome.Refused("Konsep surat belum ada. Isi dan simpan dulu.");
                }

                await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, $"{work.Standard.Letter!.Name} diajukan untuk ditandatangani"), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task SaveAsync(WriteScope scope, WorkInHand work, TemplateEntry? entry, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var (requestId, template) = (work.Item.Id, work.Standard.Letter!);
        if (entry is null)
        {
            scope.Db.TemplateEntries.Add(new TemplateEntry
            {
                RequestId = requestId,
                AnswersJson = TemplateEntry.ToJson(answers),
                SavedAt = scope.Now,
                SavedById = scope.Actor.UserId,
                Version = Guid.CreateVersion7(),
            });
        }
        else
        {
            (entry.AnswersJson, entry.SavedAt, entry.SavedById, entry.Version) = (TemplateEntry.ToJson(answers), scope.Now, scope.Actor.UserId, Guid.CreateVersion7());
        }

        await letters.DropDraftsAsync(scope, requestId, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var request = await scope.Db.ServiceRequests.AsNoTracking().Where(r => r.Id == requestId).Select(r => new { r.SubjectId, r.PurposeCode }).FirstAsync(cancellationToken);
        var letter = letters.CreateDraft(scope, requestId, LetterKinds.FromTemplate, request.SubjectId, request.PurposeCode, template.Name, template.Classification);
        scope.Publish(Topic.Letters, letter.Id);
    }

    private static async Task<string> OvertakenAsync(WriteScope scope, WorkInHand work, TemplateEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is null)
        {
            return "Isian surat ini sudah tidak ada. Muat ulang halaman.";
        }

        var name = await scope.Db.Users.Where(u => u.Id == entry.SavedById).Select(u => u.FullName).FirstAsync(cancellationToken);
        return $"Isian surat ini sudah disimpan {name} pukul {work.Time(entry.SavedAt)}. Muat ulang halaman, lalu periksa lagi.";
    }
}
