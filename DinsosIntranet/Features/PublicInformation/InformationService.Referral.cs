using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The letter to the body that holds the information, as typed.</summary>
public sealed record ReferralInput
{
    /// <summary>One line each, as they stand in the letter.</summary>
    public string Address { get; set; } = "";

    public string Note { get; set; } = "";
}

public sealed partial class InformationService
{
    /// <summary>Puts the letter to the body that holds the information before its signer; the notice to the applicant goes its own way.</summary>
    public Task<Outcome> SubmitReferralAsync(Guid requestId, ReferralInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.ajukan-penerusan",
            null,
            [ProvideAction],
            async (scope, open) =>
            {
                if (open.Information is not { Decision: InformationDecision.NotHeld, NotHeld: NotHeldKind.HeldByOtherBody })
                {
                    return Outcome.Refused("Permohonan ini tidak diputus dikuasai badan publik lain.");
                }

                var refusals = new List<Refusal>();
                DecisionRules.RequireText(refusals, input.Address, "Isi alamat badan publik itu.", nameof(input.Address), InformationRequest.AddressMaxLength);
                if (input.Note.Length > InformationRequest.ReasonMaxLength)
                {
                    refusals.Add(new Refusal($"Paling banyak {InformationRequest.ReasonMaxLength} huruf.", nameof(input.Note)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                (open.Information.OtherBodyAddress, open.Information.ReferralNote) = (input.Address.Trim(), Trimmed(input.Note));
                return await SubmitAsync(scope, open, LetterKinds.InformationReferral, cancellationToken);
            },
            cancellationToken);

    /// <summary>The letter went to that body.</summary>
    public Task<Outcome> SendReferralAsync(Guid requestId, DeliveryWay? way, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.kirim-penerusan",
            new AuditText().Fact("cara", way?.ToString() ?? "-"),
            [ProvideAction],
            async (scope, open) =>
            {
                var letter = await IssuedAsync(scope, requestId, LetterKinds.InformationReferral, cancellationToken);
                if (!letter.IsOk)
                {
                    return letter;
                }

                if (open.Information.ReferralSentAt is not null)
                {
                    return Outcome.Conflict("Surat ini sudah dicatat terkirim.");
                }

                if (way is null)
                {
                    return Outcome.Refused("Pilih cara surat dikirim.", nameof(way));
                }

                (open.Information.ReferralWay, open.Information.ReferralSentAt) = (way, scope.Now);
                flow.AddHistory(scope, open.Work, $"{letter.Value.Title} nomor {letter.Value.Number} dikirim: {way.Value.Name().ToLowerInvariant()}", open.Information.OtherBody);
                scope.Publish(Topic.Work, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>A letter to another body that is under way goes out before the request is closed; null where none is, or it went.</summary>
    private static async Task<string?> WhyReferralWaitsAsync(WriteScope scope, InformationRequest information, CancellationToken cancellationToken) =>
        information.ReferralSentAt is null && await IsSubmittedAsync(scope, information.Id, LetterKinds.InformationReferral, cancellationToken)
            ? $"{LetterKinds.Name(LetterKinds.InformationReferral)} belum dicatat terkirim. Kirim dulu, atau tarik konsepnya."
            : null;
}
