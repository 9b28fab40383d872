namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A part of the agency: sekretariat, one of the divisions (bidang), or a section (seksi) of one.</summary>
public sealed class Unit
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Short form used on buttons and chips: "Linjamsos".</summary>
    public required string ShortName { get; set; }

    /// <summary>What its head is called, as the appointment says it; null where it is "Kepala" and the name of the unit.</summary>
    public string? HeadPosition { get; set; }

    public string? ParentCode { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer in use; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>"Kepala Bidang Rehabilitasi Sosial": proposed for a new official, who may be called otherwise.</summary>
    public string HeadTitle => HeadPosition ?? $"Kepala {Name}";
}
