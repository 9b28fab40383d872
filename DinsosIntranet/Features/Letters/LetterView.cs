using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Letters;

/// <summary>Everything the page of one letter shows. It names no person: initials and digits are those of the code on the paper.</summary>
public sealed record LetterView
{
    public required Letter Letter { get; init; }

    public required string RequestNumber { get; init; }

    public required bool RequestIsOpen { get; init; }

    public required LetterStanding Standing { get; init; }

    /// <summary>Whether it is a letter somebody signs, not a slip or sheet.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Whether a corrected or renewed one may be asked for.</summary>
    public required bool IsReplaceable { get; init; }

    /// <summary>Whether it is signed on its own page, because no step of its standard signs it.</summary>
    public required bool IsBesideSteps { get; init; }

    /// <summary>Where a letter beside the steps is signed.</summary>
    public required string? SigningDesk { get; init; }

    public required IReadOnlyList<LetterVersion> Versions { get; init; }

    public required LinkedLetter? Replaces { get; init; }

    public required LinkedLetter? ReplacedBy { get; init; }

    public required PreparedNumber? Prepared { get; init; }

    public required IReadOnlyList<PrintLine> Prints { get; init; }

    public required int PrintTotal { get; init; }

    public required int Copies { get; init; }

    public string? NumberOrigin => Letter switch
    {
        { Number: null } => null,
        { Insertion: > 0 } => "sisipan",
        { Sequence: null } => "dari sistem lain",
        _ => null,
    };
}

/// <summary>One stored state of the paper.</summary>
public sealed record LetterVersion(string Title, DateTime At, string Kind, long Bytes, string Sha256);

/// <summary>The letter before or behind this one; without <paramref name="LetterId"/> it is still being made.</summary>
public sealed record LinkedLetter(Guid? LetterId, string? Number, Guid RequestId, string RequestNumber, ReplacementKind Kind);

/// <summary>What the secretariat prepared for the approval.</summary>
public sealed record PreparedNumber(int? AfterSequence, string? AfterNumber, string? TypedNumber, DateOnly DatedOn, string Reason, string PreparedByText)
{
    public string Text => TypedNumber is null
        ? $"sisipan setelah {AfterNumber}, bertanggal {IndonesianDates.Letter(DatedOn)}"
        : $"{TypedNumber} dari sistem lain, bertanggal {IndonesianDates.Letter(DatedOn)}";
}

/// <summary>A running number an inserted one may stand behind.</summary>
public sealed record NumberChoice(int Sequence, string Number, DateOnly DatedOn);

/// <summary>One line of the register of prints.</summary>
public sealed record PrintLine(Guid Id, DateTime At, string ByName, PrintWay Way, int? Copy, string Title, Guid? LetterId, string? Number, Guid? RequestId);

/// <summary>What the register of prints is narrowed to; days are those of the agency, as moments.</summary>
public sealed record PrintFilter(string? Kind, PrintWay? Way, Guid? ByUserId, DateTime? From, DateTime? Until, Guid? LetterId);

public sealed record PrintPage(IReadOnlyList<PrintLine> Rows, int Total);
