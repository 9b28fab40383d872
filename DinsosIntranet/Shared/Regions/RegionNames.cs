using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Shared.Regions;

/// <summary>
/// Finds a region by a name as lists spell it: capitals, with the word of its level, written apart ("Curug bitung"), or with
/// one letter wrong ("Cigemlong"), the last only where exactly one region comes that near.
/// </summary>
internal static class RegionNames
{
    /// <summary>Shorter names are too alike for a letter to be forgiven.</summary>
    private const int ShortestForgiven = 6;

    /// <summary>Words of the level before a name. Not "Kota": Kota Serang is another place than Kabupaten Serang.</summary>
    private static readonly string[] Levels = ["KABUPATEN", "KAB", "KECAMATAN", "KEC", "KELURAHAN", "KEL", "DESA", "DS"];

    public static RegionMatch<T>? Find<T>(IEnumerable<T> regions, Func<T, string> nameOf, string name)
    {
        var wanted = Key(name);
        if (wanted.Length == 0)
        {
            return null;
        }

        var near = new List<T>();
        foreach (var region in regions)
        {
            var key = Key(nameOf(region));
            if (key == wanted)
            {
                return new RegionMatch<T>(region, IsExact: true);
            }

            if (wanted.Length >= ShortestForgiven && DiffersByOneLetter(key, wanted))
            {
                near.Add(region);
            }
        }

        return near.Count == 1 ? new RegionMatch<T>(near[0], IsExact: false) : null;
    }

    private static string Key(string name)
    {
        var words = SearchText.Normalise(name).Split(' ');
        return string.Concat(words.Length > 1 && Levels.Contains(words[0]) ? words[1..] : words);
    }

    private static bool DiffersByOneLetter(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var head = 0;
        while (head < one.Length && head < other.Length && one[head] == other[head])
        {
            head++;
        }

        var longer = one.Length >= other.Length ? one : other;
        var shorter = one.Length >= other.Length ? other : one;
        var rest = one.Length == other.Length ? shorter[Math.Min(head + 1, shorter.Length)..] : shorter[head..];
        return longer[Math.Min(head + 1, longer.Length)..] == rest;
    }
}
