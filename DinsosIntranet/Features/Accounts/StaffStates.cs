namespace DinsosIntranet.Features.Accounts;

/// <summary>The states of an account in addresses and on screen.</summary>
public static class StaffStates
{
    public static IReadOnlyList<StaffState> All { get; } = Enum.GetValues<StaffState>();

    public static string Code(this StaffState state) => state switch
    {
        StaffState.Active => "aktif",
        StaffState.AwaitsActivation => "menunggu-aktivasi",
        _ => "nonaktif",
    };

    public static string Title(this StaffState state) => state switch
    {
        StaffState.Active => "Aktif",
        StaffState.AwaitsActivation => "Menunggu aktivasi",
        _ => "Nonaktif",
    };

    public static StaffState? FromCode(string? code) => All.Where(s => s.Code() == code).Select(s => (StaffState?)s).FirstOrDefault();
}
