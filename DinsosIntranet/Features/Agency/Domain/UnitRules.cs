using System.Text;
using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A unit with how many units stand above it.</summary>
public sealed record UnitInTree(Unit Unit, int Depth);

/// <summary>What units and desks may be called, and how units stand below each other.</summary>
public static partial class UnitRules
{
    public const int NameMaxLength = 120;
    public const int ShortNameMaxLength = 40;
    public const int HeadPositionMaxLength = 120;
    public const int DeskNameMaxLength = 100;
    public const int CodeMaxLength = 40;

    /// <summary>Small letters, as the files of the standards spell the codes they name.</summary>
    public static bool IsCode(string code) => code.Length <= CodeMaxLength && Code().IsMatch(code);

    /// <summary>"Seksi Lanjut Usia" becomes "seksi-lanjut-usia".</summary>
    public static string CodeFrom(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                code.Append(letter);
            }
            else if (code.Length > 0 && code[^1] != '-')
            {
                code.Append('-');
            }
        }

        return code.ToString(0, Math.Min(code.Length, CodeMaxLength)).Trim('-');
    }

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

    /// <summary>Each unit directly before those below it, otherwise in the agency's order. One whose parent is not among them stands at the top.</summary>
    public static IReadOnlyList<UnitInTree> InTreeOrder(IReadOnlyCollection<Unit> units)
    {
        var below = units.OrderBy(u => u.SortOrder).ToLookup(u => units.Any(p => p.Code == u.ParentCode) ? u.ParentCode : null);
        var ordered = new List<UnitInTree>();
        void Add(string? parent, int depth)
        {
            foreach (var unit in below[parent])
            {
                ordered.Add(new UnitInTree(unit, depth));
                Add(unit.Code, depth + 1);
            }
        }

        Add(null, 0);
        return ordered;
    }

    /// <summary>"Operator SIKS-NG, Kepala Bidang (Linjamsos)".</summary>
    public static string Members(IEnumerable<(StaffRole Role, string? UnitCode)> members, Func<string, string> unitName) =>
        string.Join(", ", members.Select(m => m.UnitCode is { } unit ? $"{m.Role.Title()} ({unitName(unit)})" : m.Role.Title()));

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
