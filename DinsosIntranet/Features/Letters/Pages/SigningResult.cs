namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>What became of one selected letter, in words.</summary>
public sealed record SigningResult(Guid LetterId, string Label, bool IsSigned, string Text);
