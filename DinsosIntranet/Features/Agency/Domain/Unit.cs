namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A part of the agency: sekretariat or one of the divisions (bidang).</summary>
public sealed class Unit
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Short form used on buttons and chips: "Linjamsos".</summary>
    public required string ShortName { get; set; }

    public string? ParentCode { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer offered; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }
}
