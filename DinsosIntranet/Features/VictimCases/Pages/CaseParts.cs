namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>What the page of a case shows beside its forms.</summary>
public enum CasePart
{
    Assessment,
    Referrals,
    Hearings,
    Closing,
    Files,
}

internal static class CaseParts
{
    public static IReadOnlyList<CasePart> All { get; } = Enum.GetValues<CasePart>();

    public static string Title(this CasePart part) => part switch
    {
        CasePart.Assessment => "Asesmen",
        CasePart.Referrals => "Rujukan",
        CasePart.Hearings => "Jadwal hukum",
        CasePart.Closing => "Penutupan",
        CasePart.Files => "Lampiran",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Heading(this CasePart part) => part switch
    {
        CasePart.Assessment => "Asesmen dan rencana intervensi",
        CasePart.Referrals => "Rujukan ke lembaga lain",
        CasePart.Hearings => "Pendampingan pemeriksaan dan sidang",
        CasePart.Closing => "Pemantauan dan penutupan",
        CasePart.Files => "Lampiran kasus",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
