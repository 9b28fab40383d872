using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The filters of the register as its address writes them. What is searched for names people and is never in it.</summary>
public static class RegisterAddress
{
    public static IReadOnlyList<(RegisterStatus Value, string Code, string Name)> Statuses { get; } =
    [
        (RegisterStatus.Unanswered, "belum-dijawab", "Belum dijawab"),
        (RegisterStatus.Granted, "diberikan", "Diberikan seluruhnya"),
        (RegisterStatus.GrantedInPart, "sebagian", "Diberikan sebagian"),
        (RegisterStatus.Excluded, "dikecualikan", "Dikecualikan"),
        (RegisterStatus.NotHeld, "belum-dikuasai", "Belum dikuasai"),
        (RegisterStatus.Withdrawn, "dibatalkan", "Dibatalkan"),
    ];

    public const string Yes = "ya";

    public static RegisterFilter Filter(string? status, string? from, string? until, string? flagged) => new()
    {
        Status = Statuses.Where(s => s.Code == status).Select(s => (RegisterStatus?)s.Value).FirstOrDefault(),
        From = AddressValues.Day(from),
        Until = AddressValues.Day(until),
        OnlyFlagged = flagged == Yes,
    };
}
