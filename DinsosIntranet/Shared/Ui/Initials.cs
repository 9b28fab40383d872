namespace DinsosIntranet.Shared.Ui;

/// <summary>"Siti Aminah" becomes "S. A."; academic and religious titles are left out.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        // Titles after a name stand behind a comma, those before it end with a point.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = (comma < 0 ? name : name[..comma]).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = words.Where(w => !w.EndsWith('.') && char.IsLetter(w[0])).ToList();
        return string.Join(' ', (own.Count > 0 ? own : words.ToList()).Select(w => $"{char.ToUpperInvariant(w[0])}."));
    }
}
