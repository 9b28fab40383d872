using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>Bounds of what units and desks are called.</summary>
public static class UnitRules
{
    public const int NameMaxLength = 120;
    public const int ShortNameMaxLength = 40;
    public const int DeskNameMaxLength = 100;
    public const int CodeMaxLength = 40;

    /// <summary>Whether making the one the parent of the other would close a ring.</summary>
    public static bool WouldCircle(string code, string? parent, IReadOnlyCollection<Unit> units)
    {
        for (var at = parent; at is not null; at = units.FirstOrDefault(u => u.Code == at)?.ParentCode)
        {
            if (at == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Operator SIKS-NG, Kepala Bidang (Linjamsos)".</summary>
    public static string Members(IEnumerable<(StaffRole Role, string? UnitCode)> members, Func<string, string> unitName) =>
        string.Join(", ", members.Select(m => m.UnitCode is { } unit ? $"{m.Role.Title()} ({unitName(unit)})" : m.Role.Title()));
}
