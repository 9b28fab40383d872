using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Intake;

/// <summary>
/// One search field for tracking number, NIK, phone or name: what was typed decides where to look. Numbers find every
/// request; what belongs to a person finds open standards only, since a hit would already say who is concerned.
/// </summary>
public static class RequestSearch
{
    public const int MaxLength = 100;

    /// <summary>Persons whose requests a search by part of a name looks at; a name found more often is too short to be a search.</summary>
    private const int MaxPersons = 1000;

    /// <summary>The running number of a year; longer digits are a NIK or a phone.</summary>
    private const int MaxSequenceLength = 6;

    public static IQueryable<WorkItem> Matching(this IQueryable<WorkItem> items, DinsosDbContext db, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return items;
        }

        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '+')));
        if (digits.Length > 0 && digits.All(char.IsAsciiDigit))
        {
            return digits.Length <= MaxSequenceLength && digits.Length == text.Length ? BySequence(items, digits) : ByPerson(items, db, PersonsByNumber(db, text, digits));
        }

        var number = text.ToUpperInvariant();
        if (IsTrackingNumber(number))
        {
            return items.Where(w => w.Number.Contains(number));
        }

        // Of signs alone nothing is left to look for, and every name contains nothing.
        var name = SearchText.Normalise(text);
        return name.Length == 0 ? items.Where(w => false) : ByPerson(items, db, db.Persons.Where(p => p.NameSearch.Contains(name)));
    }

    /// <summary>"DTKS-2026-0412" or the beginning of one: letters, a hyphen, a digit. A double surname has no digit.</summary>
    private static bool IsTrackingNumber(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0
        && text[..hyphen].All(char.IsAsciiLetter)
        && hyphen + 1 < text.Length && text[(hyphen + 1)..].All(c => char.IsAsciiDigit(c) || c == '-');

    private static IQueryable<WorkItem> BySequence(IQueryable<WorkItem> items, string digits)
    {
        var ending = "-" + digits.PadLeft(4, '0');
        return items.Where(w => w.Number.EndsWith(ending));
    }

    private static IQueryable<Person> PersonsByNumber(DinsosDbContext db, string text, string digits)
    {
        if (digits.Length == Nik.Length)
        {
            return db.Persons.Where(p => p.Nik == digits);
        }

        var phone = PhoneNumber.Read(text).Digits;
        return db.Persons.Where(p => p.PhoneDigits == phone || p.PhoneDigits == digits);
    }

    private static IQueryable<WorkItem> ByPerson(IQueryable<WorkItem> items, DinsosDbContext db, IQueryable<Person> persons)
    {
        var ids = persons.Where(p => !p.IsPlaceholder).OrderBy(p => p.NameSearch).Take(MaxPersons).Select(p => p.MergedIntoId ?? p.Id);
        var requests = db.ServiceRequests.Where(r => ids.Contains(r.ApplicantId)).Select(r => r.Id)
            .Concat(db.ServiceRequests.Where(r => ids.Contains(r.SubjectId)).Select(r => r.Id));
        return items.Where(w => !w.IsConfidential && requests.Contains(w.Id));
    }
}
