namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>
/// Who complains and how they are reached. Kept encrypted only, for an open complainant too: lists read it row by row
/// where it may be shown, and nothing else of the program can find or show it.
/// </summary>
public sealed record ComplainantData
{
    public const int ContactMaxLength = 120;
    public const int AddressMaxLength = 200;

    public string? Name { get; init; }

    /// <summary>16 digits, where it was given.</summary>
    public string? Nik { get; init; }

    public string? Address { get; init; }

    public string? Contact { get; init; }

    /// <summary>Where the answer goes: a number, an address, an account; where it differs from <see cref="Contact"/>.</summary>
    public string? AnswerTo { get; init; }

    /// <summary>How and when it is safe to make contact.</summary>
    public string? SafeContact { get; init; }

    public bool IsEmpty => this == new ComplainantData();
}
