using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed record RequirementInput(string Code, bool IsPresent, string? Note = null);

/// <summary>A request as filled in at the counter.</summary>
public sealed record RegisterRequest
{
    /// <summary>Made by the form when it opens: scans uploaded before saving already belong to it, and saving twice is noticed.</summary>
    public required Guid RequestId { get; init; }

    public required string StandardCode { get; init; }

    /// <summary>The number of the version whose requirements the form showed; null where nothing was shown.</summary>
    public int? StandardVersion { get; init; }

    public required string ChannelCode { get; init; }

    public required PersonInput Applicant { get; init; }

    /// <summary>The person concerned where that is not the applicant.</summary>
    public PersonInput? Subject { get; init; }

    /// <summary>What the person concerned is to the applicant.</summary>
    public string? Relation { get; init; }

    public string? PurposeCode { get; init; }

    public string? Note { get; init; }

    public Guid? GuestBookEntryId { get; init; }

    public required IReadOnlyList<RequirementInput> Requirements { get; init; }

    /// <summary>What was answered in the service's own form.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
}

public sealed record RegisteredRequest(Guid Id, string Number, bool IsComplete, Guid ReceiptId)
{
    /// <summary>What the service's own form gives besides the receipt.</summary>
    public IReadOnlyList<FormPaper> Papers { get; init; } = [];
}

/// <summary>Takes requests in: every contact gets a number and a slip at once, the promise starts when everything is there.</summary>
public sealed class IntakeService(
    WriteRunner writes,
    WorkFlow flow,
    StandardLibrary standards,
    ActionRegistry actions,
    AgencyDirectory agencies,
    PersonService persons,
    RequestIntake intake,
    ReceiptWriter receipts,
    IEnumerable<IApplicationForm> forms)
{
    public Task<Outcome<RegisteredRequest>> RegisterAsync(RegisterRequest command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<RegisteredRequest>(
            act,
            async scope =>
            {
                scope.Audit("permohonan.daftar", WorkFlow.RecordKind, command.RequestId, new AuditText().Fact("layanan", command.StandardCode).Fact("saluran", command.ChannelCode));
                if (!RequestAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (await RequestIntake.CheckNewAsync(scope, command.RequestId, cancellationToken) is { } conflict)
                {
                    return conflict;
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var loaded = await standards.FindActiveAsync(command.StandardCode, agency.DateOf(scope.Now), cancellationToken);
                var refusals = await CheckAsync(scope, command, loaded, cancellationToken);
                return refusals.Count > 0 ? Outcome.Refused(refusals) : await SaveAsync(scope, command, loaded!, agency, cancellationToken);
            },
            cancellationToken);

    /// <summary>Ticks off what was missing; when the last mandatory requirement is there the promise starts and the request moves on.</summary>
    public Task<Outcome<RegisteredRequest>> CompleteAsync(Guid requestId, IReadOnlyList<RequirementInput> found, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<RegisteredRequest>(
            act,
            async scope =>
            {
                scope.Audit("permohonan.lengkapi", WorkFlow.RecordKind, requestId, new AuditText().Fact("ada", string.Join(",", found.Where(f => f.IsPresent).Select(f => f.Code))));
                var loaded = await flow.LoadForWorkAsync(scope, requestId, StepActions.Receive, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (work.Item.Status != WorkStatus.WaitingForDocuments)
                {
                    return Outcome.Conflict("Berkas permohonan ini sudah lengkap.");
                }

                var request = await scope.Db.ServiceRequests.Include(r => r.Requirements).FirstAsync(r => r.Id == requestId, cancellationToken);
                foreach (var line in request.Requirements)
                {
                    if (found.FirstOrDefault(f => f.Code == line.Code) is { } input)
                    {
                        line.IsPresent = input.IsPresent;
                        line.Note = Trimmed(input.Note);
                    }
                }

                var mandatory = work.Standard.RequirementsOf(request.ChannelCode).Where(r => r.Mandatory).Select(r => r.Code);
                var isComplete = mandatory.All(code => request.Requirements.Any(l => l.Code == code && l.IsPresent));
                if (!isComplete)
                {
                    flow.AddHistory(scope, work, "Persyaratan dicatat, belum lengkap", null);
                    scope.Publish(Topic.Work, requestId);
                    return new RegisteredRequest(requestId, request.Number, false, Guid.Empty);
                }

                request.CompletedAt = scope.Now;
                await flow.CompleteAsync(scope, work, cancellationToken);
                await scope.Db.SaveChangesAsync(cancellationToken);
                var receipt = await receipts.WriteAsync(scope, requestId, cancellationToken);
                return new RegisteredRequest(requestId, request.Number, true, receipt.Id);
            },
            cancellationToken);

    private async Task<IReadOnlyList<Refusal>> CheckAsync(WriteScope scope, RegisterRequest command, LoadedStandard? loaded, CancellationToken cancellationToken)
    {
        if (loaded is null)
        {
            return [new Refusal(command.StandardCode.Length == 0 ? "Pilih layanan dulu." : "Layanan ini tidak berlaku lagi. Pilih layanan lain.", nameof(command.StandardCode))];
        }

        var standard = loaded.Standard;
        if (!actions.TakesInAtCounter(standard) || FormOf(standard)?.Code != standard.ApplicationForm)
        {
            return [new Refusal("Penerimaan permohonan untuk layanan ini belum dibuka.", nameof(command.StandardCode))];
        }

        if (command.StandardVersion is { } shown && shown != standard.Version)
        {
            return [new Refusal($"Standar layanan ini berganti ke versi {standard.Version} sejak formulir dibuka. Isian sudah mengikuti versi baru; periksa saluran dan persyaratannya, lalu simpan lagi.", nameof(command.StandardCode))];
        }

        if (standard.Channels.All(c => c.Code != command.ChannelCode))
        {
            return [new Refusal("Pilih saluran.", nameof(command.ChannelCode))];
        }

        var refusals = new List<Refusal>();
        var context = await persons.ContextAsync(scope.Now, cancellationToken);
        refusals.AddRange(PersonRules.Check(command.Applicant, nameof(command.Applicant) + ".", context));
        if (command.Subject is not null && FormOf(standard) is { AsksForSubject: false })
        {
            refusals.Add(new Refusal("Layanan ini diminta untuk pemohon sendiri. Bila diwakilkan, isi penerima kuasanya.", nameof(command.Subject)));
        }
        else if (command.Subject is { } subject)
        {
            refusals.AddRange(PersonRules.Check(subject, nameof(command.Subject) + ".", context));
            if (string.IsNullOrWhiteSpace(command.Relation) || command.Relation.Length > ServiceRequest.RelationMaxLength)
            {
                refusals.Add(new Refusal("Pilih hubungan dengan pemohon.", nameof(command.Relation)));
            }
        }

        await CheckUsableAsync(scope, command.Applicant, nameof(command.Applicant), refusals, cancellationToken);
        await CheckUsableAsync(scope, command.Subject, nameof(command.Subject), refusals, cancellationToken);
        if (actions.Uses(standard, "Dtks") && !await scope.Db.CertificatePurposes.AnyAsync(p => p.Code == command.PurposeCode && p.RetiredAt == null, cancellationToken))
        {
            refusals.Add(new Refusal("Pilih tujuan penggunaan.", nameof(command.PurposeCode)));
        }

        refusals.AddRange(FormOf(standard)?.Check(command.Answers) ?? []);
        if (command.Note?.Length > ServiceRequest.NoteMaxLength)
        {
            refusals.Add(new Refusal($"Catatan paling banyak {ServiceRequest.NoteMaxLength} huruf.", nameof(command.Note)));
        }

        if (command.Requirements.Any(r => r.Note?.Length > RequestRequirement.NoteMaxLength))
        {
            refusals.Add(new Refusal($"Keterangan persyaratan paling banyak {RequestRequirement.NoteMaxLength} huruf.", nameof(command.Requirements)));
        }

        return refusals;
    }

    /// <summary>
    /// What was typed on top of a record that is only a pointer by now must not overwrite the one that stayed, nor put a name
    /// where there is deliberately none.
    /// </summary>
    private static async Task CheckUsableAsync(WriteScope scope, PersonInput? person, string field, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (person?.PersonId is not { } id
            || await scope.Db.Persons.Where(p => p.Id == id && (p.MergedIntoId != null || p.IsPlaceholder)).Select(p => new { p.IsPlaceholder }).FirstOrDefaultAsync(cancellationToken) is not { } found)
        {
            return;
        }

        refusals.Add(new Refusal(
            found.IsPlaceholder ? "Data orang ini tidak ada lagi. Cari lagi." : "Data orang ini sudah digabung dengan catatan gandanya. Cari lagi, lalu pakai yang tetap.",
            $"{field}.{nameof(PersonInput.Nik)}"));
    }

    private async Task<Outcome<RegisteredRequest>> SaveAsync(WriteScope scope, RegisterRequest command, LoadedStandard loaded, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var standard = loaded.Standard;
        var applicant = await persons.SaveAsync(scope, command.Applicant, cancellationToken);
        var subject = command.Subject is null ? null : await persons.SaveAsync(scope, command.Subject, cancellationToken);
        var opened = await intake.SaveAsync(
            scope,
            new RequestToOpen
            {
                RequestId = command.RequestId,
                StandardCode = standard.Code,
                ChannelCode = command.ChannelCode,
                Applicant = RequestApplicant.Known(applicant),
                Subject = subject,
                Relation = command.Relation,
                PurposeCode = command.PurposeCode,
                Note = command.Note,
                Requirements = command.Requirements,
            },
            loaded,
            agency,
            cancellationToken);
        var request = opened.Request;
        await LinkGuestAsync(scope, command.GuestBookEntryId, request.Id, cancellationToken);
        await DraftStore.RemoveAsync(scope, DraftKeys.NewRequest, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var receipt = await receipts.WriteAsync(scope, request.Id, cancellationToken);
        var papers = FormOf(standard) is { } form ? await form.SaveAsync(scope, request, command.Answers, cancellationToken) : [];
        return new RegisteredRequest(request.Id, request.Number, opened.IsComplete, receipt.Id) { Papers = papers };
    }

    private IApplicationForm? FormOf(ServiceStandard standard) => forms.FirstOrDefault(f => f.Code == standard.ApplicationForm);

    private static async Task LinkGuestAsync(WriteScope scope, Guid? entryId, Guid requestId, CancellationToken cancellationToken)
    {
        if (entryId is { } id && await scope.Db.GuestBookEntries.FirstOrDefaultAsync(g => g.Id == id, cancellationToken) is { } entry
            && !scope.Actor.IsExcludedFrom(entry.RequestId))
        {
            entry.RequestId = requestId;
            scope.Publish(Topic.GuestBook, id);
        }
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
