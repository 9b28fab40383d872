using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>The form of a correction: the data as they are, and what there is to choose from.</summary>
public sealed record CorrectionForm
{
    public required Guid RequestId { get; init; }

    public required string Number { get; init; }

    public required ServiceStandard Standard { get; init; }

    public required CorrectionData Data { get; init; }

    public required IReadOnlyList<PurposeChoice> Purposes { get; init; }

    /// <summary>Lines of the guest book of the day the request came; null for those who do not keep it.</summary>
    public required IReadOnlyList<GuestRow>? Guests { get; init; }

    public required PersonRules.Context Rules { get; init; }

    public required AgencySnapshot Agency { get; init; }

    /// <summary>Other requests in which one of these people stands, the newest first: their data are corrected there as well.</summary>
    public required IReadOnlyList<RequestLink> OtherRequests { get; init; }

    /// <summary>How many there are, also those not listed.</summary>
    public required int OtherCount { get; init; }

    /// <summary>Whether this person may correct the moments the clocks count from.</summary>
    public required bool MayCorrectTimes { get; init; }

    public required bool HasReceipt { get; init; }

    /// <summary>The numbered letter that stays as it is; null where there is none.</summary>
    public required LetterLink? Numbered { get; init; }

    public bool AsksPurpose => Purposes.Count > 0;
}

/// <summary>A request to lead to, with the word for where it stands.</summary>
public sealed record RequestLink(Guid Id, string Number, WorkStatus Status);

/// <summary>A letter to lead to.</summary>
public sealed record LetterLink(Guid Id, string Number);

public sealed partial class CorrectionService
{
    /// <summary>Whoever comes for many others has many requests; beyond this the count must do.</summary>
    private const int MostOthers = 10;

    /// <summary>The data for the form; the opening stands in the trail, for full numbers are shown.</summary>
    public Task<Outcome<CorrectionForm>> OpenAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<CorrectionForm>(
            act,
            async scope =>
            {
                scope.Audit("permohonan.buka-data", WorkFlow.RecordKind, requestId);
                var loaded = await LoadAsync(scope, requestId, cancellationToken);
                return loaded.IsOk ? await FormAsync(scope, loaded.Value, cancellationToken) : loaded.AsFailure();
            },
            cancellationToken);

    private async Task<CorrectionForm> FormAsync(WriteScope scope, Found found, CancellationToken cancellationToken)
    {
        var (db, request, agency) = (scope.Db, found.Request, found.Work.Agency);
        Guid[] people = [request.ApplicantId, request.SubjectId];
        var mayLink = RequestAccess.MayRegister(scope.Actor);
        var others = db.WorkItems.VisibleTo(scope.Actor).Where(w => w.Id != request.Id && !w.IsConfidential
            && db.ServiceRequests.Any(r => r.Id == w.Id && (people.Contains(r.ApplicantId) || people.Contains(r.SubjectId))));
        return new CorrectionForm
        {
            RequestId = request.Id,
            Number = request.Number,
            Standard = found.Work.Standard,
            Data = found.Data(),
            Purposes = actions.Uses(found.Work.Standard, PurposeCapability) ? await PurposesAsync(db, request.PurposeCode, cancellationToken) : [],
            Guests = mayLink ? await guests.WithoutRequestAsync(agency.DateOf(request.ReceivedAt), found.Guest?.Id, scope.Actor, cancellationToken) : null,
            Rules = await persons.ContextAsync(scope.Now, cancellationToken),
            Agency = agency,
            OtherRequests = await others.OrderByDescending(w => w.OpenedAt).Take(MostOthers).Select(w => new RequestLink(w.Id, w.Number, w.Status)).ToListAsync(cancellationToken),
            OtherCount = await others.CountAsync(cancellationToken),
            MayCorrectTimes = CorrectionRules.MayCorrectTimes(found.Work.Standard.Unit, scope.Actor),
            HasReceipt = await db.Letters.AnyAsync(l => l.RequestId == request.Id && l.Kind == LetterKinds.RequestReceipt, cancellationToken),
            Numbered = await NumberedLetters(db, request.Id).Select(l => new LetterLink(l.Id, l.Number!)).FirstOrDefaultAsync(cancellationToken),
        };
    }

    /// <summary>A purpose no longer offered stays with the request that has it.</summary>
    private static Task<List<PurposeChoice>> PurposesAsync(DinsosDbContext db, string? present, CancellationToken cancellationToken) =>
        db.CertificatePurposes.AsNoTracking()
            .Where(p => p.RetiredAt == null || p.Code == present)
            .OrderBy(p => p.SortOrder)
            .Select(p => new PurposeChoice(p.Code, p.Name))
            .ToListAsync(cancellationToken);
}
