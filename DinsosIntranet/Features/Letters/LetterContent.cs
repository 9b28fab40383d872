using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Letters;

/// <summary>What a paper is rendered from once its number, date and signature are known.</summary>
public sealed record LetterParticulars(
    Letter Letter, SignatureBlock Signature, string CertifiedBy, string? QrText, IReadOnlyList<string> FooterLines, bool IsDraft, ReplacedLetter? Replaced = null);

/// <summary>
/// Where the request for a replacement begins: at the step with this action, and whether its letter is drafted already
/// because nothing has to be found out anew.
/// </summary>
public sealed record CarriedOver(string EntryAction, bool IsDrafted);

/// <summary>One fact a letter rests on, as the signer reads it.</summary>
public sealed record BriefLine(string Label, string Text);

/// <summary>
/// What a letter rests on and what is odd about it. <paramref name="EvidencePurpose"/> names the attachment of the request
/// that proves it. A warning never blocks: the signer decides.
/// </summary>
public sealed record SignerBrief(IReadOnlyList<BriefLine> Lines, IReadOnlyList<string> Warnings, string? EvidencePurpose);

/// <summary>Renders one kind of letter; the capability that owns the content registers it.</summary>
public interface ILetterContent
{
    string Kind { get; }

    /// <summary>
    /// Whether it goes out beside the steps: signed by the standard's signing desk wherever its request stands, which stays
    /// there. Otherwise the signing step of the standard signs it, and leaves by it.
    /// </summary>
    bool IsBesideSteps => false;

    /// <summary>Whether it is signed and issued although its request has ended: what it answers came after the end.</summary>
    bool OutlivesRequest => false;

    /// <summary>
    /// Whether it says nothing of what its request is about, but its number: it is then signed and listed like any other
    /// though the request is rahasia.
    /// </summary>
    bool HoldsNoContent => false;

    /// <summary>Whether a request for a corrected or renewed one may be opened once its own is closed.</summary>
    bool IsReplaceable => true;

    /// <summary>The day after which it is no longer valid; null for no end.</summary>
    Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken);

    /// <summary>What the signer should know before signing.</summary>
    Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken);

    /// <summary>Carries over to the request for a replacement what the earlier letter rested on, as far as it still holds.</summary>
    Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken);

    /// <summary>What stands in the way of signing it with this date; null where nothing does.</summary>
    Task<string?> CheckApprovalAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>The desk that signs it beside the steps; mostly the one the standard names.</summary>
    string? SigningDesk(ServiceStandard standard, IReadOnlyList<Desk> desks) => standard.SigningDesk;

    /// <summary>Why somebody of the signing desk may not sign it all the same; null where they may.</summary>
    Task<string?> CheckSignerAsync(DinsosDbContext db, Letter letter, Actor signer, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Whether it names this person as the one who carries it, so that they may print it whatever else they may read.</summary>
    Task<bool> IsBearerAsync(DinsosDbContext db, Guid requestId, Actor actor, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>What else changes in the write that issues it.</summary>
    Task IssuedAsync(WriteScope scope, WorkInHand work, Letter letter, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken);
}
