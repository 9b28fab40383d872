using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agenda;

/// <summary>
/// Makes letters findable. A rahasia one stands encrypted in its row: whoever may read it finds it by its number, and by whole
/// words of sender and subject, of each of which a part of the blind index is kept.
/// </summary>
public sealed class LetterSearch(BlindIndex index)
{
    private const string Field = "AgendaEntries|Word";
    private const int TokenLength = 16;

    /// <summary>To be called whenever the letter was written, with sender and subject as they read.</summary>
    public void Refresh(IncomingLetter letter)
    {
        letter.RefreshSearchKey();
        if (letter.IsSecret)
        {
            letter.SearchKey = string.Join(' ', Words($"{letter.Sender} {letter.Subject}").Select(w => index.Compute(Field, w)![..TokenLength]).Distinct().Prepend(letter.SearchKey));
        }
    }

    /// <summary>What a rahasia letter must hold to be found by these words: under the current key, and under the one before it.</summary>
    internal (string[] Current, string[] Before) Tokens(string text)
    {
        var words = Words(text).Select(w => index.ComputeForSearch(Field, w)).ToList();
        return ([.. words.Select(w => w[0][..TokenLength])], [.. words.Where(w => w.Count > 1).Select(w => w[1][..TokenLength])]);
    }

    private static IEnumerable<string> Words(string text) =>
        SearchText.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => BlindIndex.Normalise(w).Length > 0).Distinct();
}
