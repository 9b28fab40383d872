using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Who asks: a person already recorded in this write, or nobody to be named.</summary>
public sealed record RequestApplicant
{
    private RequestApplicant(Person? person, string? word) => (Person, Word) = (person, word);

    /// <summary>Null for a placeholder, which is made when the request has its number.</summary>
    public Person? Person { get; }

    /// <summary>What the placeholder is called before the request's number, "Pelapor".</summary>
    public string? Word { get; }

    public static RequestApplicant Known(Person person) => new(person, null);

    /// <summary>Shown as "<paramref name="word"/> ADU-2026-0007".</summary>
    public static RequestApplicant Placeholder(string word) => new(null, word);
}

/// <summary>A request to be opened, its people already recorded.</summary>
public sealed record RequestToOpen
{
    /// <summary>Made by the form when it opens: scans uploaded before saving already belong to it, and saving twice is noticed.</summary>
    public required Guid RequestId { get; init; }

    public required string StandardCode { get; init; }

    public required string ChannelCode { get; init; }

    public required RequestApplicant Applicant { get; init; }

    /// <summary>The person concerned where that is not the applicant.</summary>
    public Person? Subject { get; init; }

    /// <summary>What the person concerned is to the applicant.</summary>
    public string? Relation { get; init; }

    public string? PurposeCode { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<RequirementInput> Requirements { get; init; } = [];

    /// <summary>How it leaves its entry step when it is complete; null for the first outcome. A standard that does not know the outcome goes its own way.</summary>
    public EntryWay? Way { get; init; }
}

/// <summary>A request that has its number and its place; saved in the write that opened it.</summary>
public sealed record OpenedRequest(ServiceRequest Request, bool IsComplete, LoadedStandard Standard);

/// <summary>
/// Registers requests inside another service's write: number, people, checklist, work item and clocks. The counter comes here
/// (<see cref="IntakeService"/>), and so does a capability that takes people in on a page of its own.
/// </summary>
public sealed class RequestIntake(WorkFlow flow, StandardLibrary standards, ActionRegistry actions, AgencyDirectory agencies, NumberService numbers)
{
    /// <summary>
    /// Opens a request of a standard for the capability it belongs to, which has asked for the right and checked the people.
    /// Gives no slip: what the applicant takes home is the capability's.
    /// </summary>
    public async Task<Outcome<OpenedRequest>> OpenAsync(WriteScope scope, RequestToOpen request, CancellationToken cancellationToken)
    {
        scope.Audit("permohonan.daftar", WorkFlow.RecordKind, request.RequestId, new AuditText().Fact("layanan", request.StandardCode).Fact("saluran", request.ChannelCode));
        if (await CheckNewAsync(scope, request.RequestId, cancellationToken) is { } conflict)
        {
            return conflict;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var loaded = await standards.FindActiveAsync(request.StandardCode, agency.DateOf(scope.Now), cancellationToken);
        if (loaded is null || !actions.TakesIn(loaded.Standard))
        {
            return Outcome.Refused("Standar untuk permohonan ini tidak berlaku atau belum dibuka. Hubungi administrator.", nameof(request.StandardCode));
        }

        if (loaded.Standard.Channels.All(c => c.Code != request.ChannelCode))
        {
            return Outcome.Refused("Pilih saluran.", nameof(request.ChannelCode));
        }

        return await SaveAsync(scope, request, loaded, agency, cancellationToken);
    }

    /// <summary>The answer to saving the same form twice; null where the request is new.</summary>
    internal static async Task<Outcome.Failure?> CheckNewAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken) =>
        await scope.Db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.Number).FirstOrDefaultAsync(cancellationToken) is { } number
            ? Outcome.Conflict($"Permohonan ini sudah tersimpan dengan nomor {number}.")
            : null;

    /// <summary>Saves what was checked.</summary>
    internal async Task<OpenedRequest> SaveAsync(WriteScope scope, RequestToOpen opened, LoadedStandard loaded, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var standard = loaded.Standard;
        var number = await numbers.NextRequestAsync(scope, standard.NumberPrefix, agency.DateOf(scope.Now).Year, cancellationToken);
        var applicant = opened.Applicant.Person ?? AddPlaceholder(scope, standard, $"{opened.Applicant.Word} {number}");
        var asked = standard.RequirementsOf(opened.ChannelCode);
        var isComplete = asked.Where(r => r.Mandatory).All(r => opened.Requirements.Any(f => f.Code == r.Code && f.IsPresent));
        var request = new ServiceRequest
        {
            Id = opened.RequestId,
            Number = number,
            StandardCode = standard.Code,
            StandardVersionId = loaded.VersionId,
            ChannelCode = opened.ChannelCode,
            ApplicantId = applicant.Id,
            SubjectId = (opened.Subject ?? applicant).Id,
            Relation = opened.Subject is null ? null : Trimmed(opened.Relation),
            PurposeCode = opened.PurposeCode,
            Note = Trimmed(opened.Note),
            ReceivedAt = scope.Now,
            CompletedAt = isComplete ? scope.Now : null,
            ReceivedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        foreach (var requirement in asked)
        {
            var found = opened.Requirements.FirstOrDefault(f => f.Code == requirement.Code);
            request.Requirements.Add(new RequestRequirement
            {
                Id = Guid.CreateVersion7(),
                RequestId = request.Id,
                Code = requirement.Code,
                IsPresent = found?.IsPresent ?? false,
                Note = Trimmed(found?.Note),
            });
        }

        scope.Db.ServiceRequests.Add(request);
        var item = await flow.OpenAsync(scope, request.Id, number, loaded, opened.ChannelCode, isComplete, cancellationToken, Leaves(scope, standard.EntryStep(opened.ChannelCode), opened.Way));
        if (!isComplete)
        {
            flow.AddHistory(scope, new WorkInHand(item, standard, standard.Step(item.StepId), agency.Desk(item.DeskCode), agency), "Permohonan didaftarkan, berkas belum lengkap", null);
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        return new OpenedRequest(request, isComplete, loaded);
    }

    private static StepTaken? Leaves(WriteScope scope, StandardStep entry, EntryWay? way) =>
        way is not null && entry.Outcomes.Any(o => o.Code == way.Outcome)
            ? new StepTaken(way.Outcome, way.Title, way.Detail, new Destination(entry.Desk, scope.Actor.UserId, scope.Actor.Name))
            : null;

    /// <summary>Published open services print who they are for; nobody unnamed gets there.</summary>
    private static Person AddPlaceholder(WriteScope scope, ServiceStandard standard, string label)
    {
        if (standard is { IsInternal: false, Confidentiality: Confidentiality.Open })
        {
            throw new InvalidOperationException($"A request of the open standard {standard.Code} needs a person.");
        }

        var person = Person.Placeholder(label, scope.Now);
        scope.Db.Persons.Add(person);
        return person;
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
