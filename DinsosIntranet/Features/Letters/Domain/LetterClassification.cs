namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>The archive's classification code in the numbers of one kind of letter (Permendagri 83/2022); a regency may use others.</summary>
public sealed class LetterClassification
{
    public const int CodeMaxLength = 30;

    /// <summary>One of <see cref="LetterKinds"/>.</summary>
    public required string Kind { get; init; }

    public required string Code { get; set; }
}
