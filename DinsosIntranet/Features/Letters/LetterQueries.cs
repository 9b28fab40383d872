using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>A letter at its signing step, with what the signer should know.</summary>
public sealed record SigningView
{
    public required Guid LetterId { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>Whether no step of its standard signs it.</summary>
    public required bool IsBesideSteps { get; init; }

    public required string Title { get; init; }

    public required LetterStatus Status { get; init; }

    public required string? Number { get; init; }

    public required DateOnly? DatedOn { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required SigningMode? Mode { get; init; }

    /// <summary>The number the secretariat prepared; null for the next one.</summary>
    public required PreparedNumber? Prepared { get; init; }

    /// <summary>The letter this one is to replace.</summary>
    public required ReplacedLetter? Replaces { get; init; }

    public required Guid? SignerUserId { get; init; }

    public required string? SignerText { get; init; }

    public required SignerBrief Brief { get; init; }
}

/// <summary>What pages show of letters.</summary>
public sealed partial class LetterQueries(IEnumerable<ILetterContent> contents, StandardLibrary standards, IDbContextFactory<DinsosDbContext> factory)
{
    private readonly IReadOnlyList<string> _bookKinds = [.. contents.Select(c => c.Kind)];
    private readonly IReadOnlyList<string> _stepKinds = [.. contents.Where(c => !c.IsBesideSteps).Select(c => c.Kind)];
    private readonly IReadOnlyList<string> _besideKinds = [.. contents.Where(c => c.IsBesideSteps).Select(c => c.Kind)];
    private readonly IReadOnlyList<string> _outlivingKinds = [.. contents.Where(c => c.OutlivesRequest).Select(c => c.Kind)];

    /// <summary>Kinds that may be listed though their request is rahasia.</summary>
    private readonly IReadOnlyList<string> _kindsWithoutContent = [.. contents.Where(c => c.HoldsNoContent).Select(c => c.Kind)];

    /// <summary>The letter of a request that waits for its signer: a draft, or one that waits for ink.</summary>
    public async Task<SigningView?> ForSigningAsync(Guid requestId, AgencySnapshot agency, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letter = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && _stepKinds.Contains(l.Kind))
            .Where(l => l.Status == LetterStatus.Draft || l.Status == LetterStatus.AwaitingSignature)
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return letter is null ? null : await SigningViewAsync(db, letter, agency, cancellationToken);
    }

    /// <summary>A letter beside the steps that waits for its signer.</summary>
    public async Task<SigningView?> ForSigningBesideAsync(Guid letterId, AgencySnapshot agency, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letter = await db.Letters.AsNoTracking()
            .Where(l => l.Id == letterId && _besideKinds.Contains(l.Kind))
            .FirstOrDefaultAsync(l => l.Status == LetterStatus.Draft || l.Status == LetterStatus.AwaitingSignature, cancellationToken);
        return letter is null ? null : await SigningViewAsync(db, letter, agency, cancellationToken);
    }

    private async Task<SigningView> SigningViewAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        return new SigningView
        {
            LetterId = letter.Id,
            RequestId = letter.RequestId,
            IsBesideSteps = _besideKinds.Contains(letter.Kind),
            Title = letter.Title,
            Status = letter.Status,
            Number = letter.Number,
            DatedOn = letter.DatedOn,
            ValidUntil = letter.ValidUntil,
            Mode = letter.SigningMode,
            Prepared = letter.Status == LetterStatus.Draft ? await PreparedAsync(db, letter, cancellationToken) : null,
            Replaces = await ReplacedLetter.OfAsync(db, letter.RequestId, cancellationToken),
            SignerUserId = letter.SignerUserId,
            SignerText = letter.SignerText,
            Brief = await contents.First(c => c.Kind == letter.Kind).BriefAsync(db, letter, agency, cancellationToken),
        };
    }
}
