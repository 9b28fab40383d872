using DinsosIntranet.Features.Agency.Domain;

namespace DinsosIntranet.Features.Dtks.Domain;

/// <summary>DTKS was replaced by DTSEN (Inpres 4/2025); the service is still asked for under both names.</summary>
public enum RegisterSource
{
    Dtsen,
    Dtks,
}

/// <summary>
/// What the operator found in SIKS-NG for one request: source, data period, registered or not, decile, programmes, when,
/// and the screenshot that proves it. Desil runs from 1 (poorest tenth) to 10; null where not ranked yet.
/// </summary>
public sealed class DtksCheck
{
    public const int PeriodMaxLength = 40;
    public const int FamilyIdMaxLength = 40;
    public const int ReissueReasonMaxLength = 200;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required RegisterSource Source { get; init; }

    /// <summary>"Triwulan IV 2026".</summary>
    public required string Period { get; init; }

    public required bool IsRegistered { get; init; }

    public string? FamilyId { get; init; }

    public int? Decile { get; init; }

    /// <summary>Codes of the programmes the family receives.</summary>
    public required string[] Programmes { get; init; }

    public required DateTime CheckedAt { get; init; }

    public required Guid CheckedById { get; init; }

    public required string PurposeCode { get; set; }

    public string? ReissueReason { get; init; }

    public Guid? ScreenshotFileId { get; init; }

    /// <summary>Set when a later check of the same request took its place.</summary>
    public DateTime? ReplacedAt { get; set; }
}

/// <summary>What a certificate may be used for: the highest decile it is meant for and how long it stays valid. Values move yearly.</summary>
public sealed class CertificatePurpose : IChoice
{
    string IChoice.Label
    {
        get => Name;
        set => Name = value;
    }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public int? MaximumDecile { get; set; }

    /// <summary>Calendar days from the date of the letter; null for no end.</summary>
    public int? DaysValid { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer offered; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }
}

/// <summary>A social-aid programme shown in SIKS-NG (PKH, Sembako/BPNT, PBI-JK …).</summary>
public sealed class AidProgramme : IChoice
{
    string IChoice.Label
    {
        get => Name;
        set => Name = value;
    }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer offered; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }
}
