namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>How a letter stands today, which its status alone does not say: what was issued may have expired.</summary>
public enum LetterStanding
{
    Draft,
    AwaitingSignature,
    Valid,
    Expired,
    Voided,
    Revoked,
}

public static class LetterStandings
{
    /// <summary>Those the letter book can be narrowed to.</summary>
    public static IReadOnlyList<LetterStanding> InBook { get; } =
        [LetterStanding.AwaitingSignature, LetterStanding.Valid, LetterStanding.Expired, LetterStanding.Voided, LetterStanding.Revoked];

    public static LetterStanding Of(LetterStatus status, DateOnly? validUntil, DateOnly today) => status switch
    {
        LetterStatus.Draft => LetterStanding.Draft,
        LetterStatus.AwaitingSignature => LetterStanding.AwaitingSignature,
        LetterStatus.Voided => LetterStanding.Voided,
        LetterStatus.Revoked => LetterStanding.Revoked,
        LetterStatus.Issued => validUntil < today ? LetterStanding.Expired : LetterStanding.Valid,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Name(this LetterStanding standing) => standing switch
    {
        LetterStanding.Draft => "Konsep",
        LetterStanding.AwaitingSignature => "Menunggu tanda tangan",
        LetterStanding.Valid => "Berlaku",
        LetterStanding.Expired => "Kedaluwarsa",
        LetterStanding.Voided => "Dibatalkan",
        LetterStanding.Revoked => "Dicabut",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>As the address of the letter book writes it.</summary>
    public static string Code(this LetterStanding standing) => standing switch
    {
        LetterStanding.AwaitingSignature => "menunggu",
        LetterStanding.Valid => "berlaku",
        LetterStanding.Expired => "kedaluwarsa",
        LetterStanding.Voided => "dibatalkan",
        LetterStanding.Revoked => "dicabut",
        _ => "konsep",
    };

    public static LetterStanding? FromCode(string? code) => InBook.Where(s => s.Code() == code).Cast<LetterStanding?>().FirstOrDefault();
}
