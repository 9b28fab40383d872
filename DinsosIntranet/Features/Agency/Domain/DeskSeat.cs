using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A role that works at a desk, in one unit or (null) in any.</summary>
public sealed record DeskSeat(StaffRole Role, string? UnitCode)
{
    public bool Admits(StaffRole role, string? unitCode) => Role == role && (UnitCode is null || UnitCode == unitCode);
}

/// <summary>Who may be seated at a desk.</summary>
public static class DeskSeats
{
    public const int Most = 12;

    /// <summary>Requests are no business of those who run the system or watch over it.</summary>
    public static IReadOnlyList<StaffRole> Roles { get; } = [.. StaffRoles.All.Where(r => r is not (StaffRole.Administrator or StaffRole.Supervisor))];

    public static IEnumerable<DeskSeat> Of(Desk desk) => desk.Members.Select(m => new DeskSeat(m.Role, m.UnitCode));

    /// <summary>Why these people cannot serve a desk, or null.</summary>
    /// <param name="seats">The seats of one desk.</param>
    /// <param name="isUnit">Whether a code is that of a unit in use.</param>
    public static string? Fault(IReadOnlyList<DeskSeat> seats, Func<string, bool> isUnit) => seats switch
    {
        [] => "Pilih setidaknya satu peran yang bertugas di meja ini.",
        { Count: > Most } => $"Paling banyak {Most} peran di satu meja.",
        _ when seats.FirstOrDefault(s => !Roles.Contains(s.Role)) is { } outsider => $"{outsider.Role.Title()} tidak bertugas di meja.",
        _ when seats.Any(s => s.UnitCode is { } unit && !isUnit(unit)) => "Pilih unit yang masih dipakai.",
        _ when seats.FirstOrDefault(s => s.UnitCode is not null && RoleRules.IsForWholeAgency(s.Role)) is { } whole =>
            $"{whole.Role.Title()} berlaku untuk seluruh dinas. Pilih unit mana pun.",
        _ => null,
    };
}
