using System.Text;

namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>Words of one kind, and the letters of pasal 17 they point to. A word with * behind it stands for all that begin so.</summary>
public sealed record SensitiveWordGroup(string Name, IReadOnlyList<string> Grounds, IReadOnlyList<string> Words);

/// <summary>
/// Finds in a request the words that touch victims' files or personal data. It only flags: a human decides. Words are
/// matched whole, without regard to capitals and signs, so that "korban" is found and "pengorbanan" is not.
/// </summary>
public sealed class SensitiveWords(IReadOnlyList<SensitiveWordGroup> groups)
{
    public IReadOnlyList<SensitiveWordGroup> Groups { get; } = groups;

    /// <summary>The words of the list that occur, in the order of the list.</summary>
    public IReadOnlyList<string> In(params ReadOnlySpan<string> texts)
    {
        var text = new StringBuilder(" ");
        foreach (var part in texts)
        {
            Append(text, part);

            // No word reaches from one text into the next.
            text.Append("| ");
        }

        var all = text.ToString();
        return [.. Groups.SelectMany(g => g.Words).Where(w => Occurs(w, all)).Select(w => w.TrimEnd('*')).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The letters of pasal 17 that found words point to.</summary>
    public IReadOnlyList<string> GroundsOf(IReadOnlyCollection<string> found) =>
        [.. Groups.Where(g => g.Words.Any(w => found.Contains(w.TrimEnd('*')))).SelectMany(g => g.Grounds).Distinct().Order(StringComparer.Ordinal)];

    private static bool Occurs(string word, string text)
    {
        var wanted = new StringBuilder(" ");
        Append(wanted, word.TrimEnd('*'));
        var whole = wanted.ToString();
        return text.Contains(word.EndsWith('*') ? whole.TrimEnd() : whole, StringComparison.Ordinal);
    }

    /// <summary>Letters and figures in small, everything else one space.</summary>
    private static void Append(StringBuilder target, string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                target.Append(char.ToLowerInvariant(character));
            }
            else if (target[^1] != ' ')
            {
                target.Append(' ');
            }
        }

        if (target[^1] != ' ')
        {
            target.Append(' ');
        }
    }
}
