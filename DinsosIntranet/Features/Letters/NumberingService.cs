using System.Text.RegularExpressions;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed record SaveNumbering
{
    public required Guid? Seen { get; init; }

    public required string Pattern { get; init; }

    public required string UnitCode { get; init; }

    /// <summary>Classification code by kind of letter.</summary>
    public required IReadOnlyDictionary<string, string> Classifications { get; init; }
}

public sealed record AdvanceBook
{
    public required Guid? Seen { get; init; }

    public required string Code { get; init; }

    public required int Year { get; init; }

    /// <summary>The last number given out elsewhere; the next letter gets the one after it.</summary>
    public required int? Last { get; init; }
}

public sealed record ClassifiedKind(string Kind, string Name, string Code);

/// <summary>One book and its last number; <paramref name="Kinds"/> names the kinds of letter that share its numbers, null where its name says all.</summary>
public sealed record BookLine(string Code, string Name, int Year, int Last, string? Kinds = null);

/// <summary>The numbering as its settings page shows it.</summary>
public sealed record NumberSettings(
    string Pattern, string UnitCode, IReadOnlyList<ClassifiedKind> Kinds, IReadOnlyList<BookLine> Books, SettingsRevision? Revision, DateOnly Today, TimeZoneInfo Zone);

/// <summary>How letters are numbered. Numbers already given out never change.</summary>
public sealed partial class NumberingService(
    SettingsWriter settings, AgencyDirectory agencies, IEnumerable<ILetterContent> contents, IDbContextFactory<DinsosDbContext> factory, TimeProvider time)
{
    public const string RecordKind = "penomoran";

    /// <summary>The guest book begins anew every day; its counters are nobody's letter numbers.</summary>
    private const string GuestBook = "tamu-";

    private const string Agenda = "agenda";

    public const string ReasonField = nameof(ActionContext.Reason);

    private const int UnitMaxLength = 40;
    private const int HighestNumber = 999_999;

    /// <summary>The field a classification code belongs to, by its kind of letter.</summary>
    public static string FieldOf(string kind) => "kode-" + kind;

    public async Task<NumberSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Numbers, cancellationToken);
        var agency = await agencies.GetAsync(cancellationToken);
        var profile = await db.AgencyProfiles.AsNoTracking().Select(a => new { a.LetterNumberPattern, a.UnitCodeInNumbers }).FirstAsync(cancellationToken);
        var codes = await db.LetterClassifications.AsNoTracking().ToDictionaryAsync(c => c.Kind, c => c.Code, cancellationToken);
        var kinds = contents.Select(c => c.Kind).Distinct().Select(k => new ClassifiedKind(k, LetterKinds.Name(k), codes.GetValueOrDefault(k, ""))).ToList();
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var books = await db.NumberBooks.AsNoTracking().Where(b => b.Year >= today.Year - 1 && !b.Code.StartsWith(GuestBook)).ToListAsync(cancellationToken);
        var shared = kinds.ToLookup(k => BookOf(profile.LetterNumberPattern, k.Code), k => k.Name);
        var openings = new List<BookLine>();
        foreach (var code in shared.Select(s => s.Key).Prepend(Agenda).Where(code => !books.Exists(b => b.Code == code && b.Year == today.Year)))
        {
            openings.Add(Line(code, today.Year, code == Agenda ? 0 : await NumberService.LastElsewhereAsync(db, code, today.Year, cancellationToken)));
        }

        BookLine Line(string code, int year, int last) => new(code, BookName(code), year, last, shared.Contains(code) ? string.Join(", ", shared[code]) : null);
        return new NumberSettings(
            profile.LetterNumberPattern,
            profile.UnitCodeInNumbers,
            kinds,
            [
                .. books.Where(b => kinds.All(k => k.Kind != b.Code)).Select(b => Line(b.Code, b.Year, b.Last))
                    .Concat(openings)
                    .OrderByDescending(b => b.Year).ThenBy(b => b.Name),
            ],
            revision,
            today,
            agency.Zone);
    }

    public Task<Outcome> SaveAsync(SaveNumbering command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Numbers, "penomoran.ubah", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var refusals = Check(command, [.. contents.Select(c => c.Kind)]);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var agency = await scope.Db.AgencyProfiles.FirstAsync(cancellationToken);
                var (pattern, unit) = (command.Pattern.Trim(), command.UnitCode.Trim());
                text.Changed("pola", agency.LetterNumberPattern, pattern).Changed("kode unit", agency.UnitCodeInNumbers, unit);
                (agency.LetterNumberPattern, agency.UnitCodeInNumbers) = (pattern, unit);
                var rows = await scope.Db.LetterClassifications.ToDictionaryAsync(c => c.Kind, cancellationToken);
                foreach (var (kind, code) in command.Classifications)
                {
                    text.Changed("kode " + kind, rows.GetValueOrDefault(kind)?.Code, code.Trim());
                    if (rows.TryGetValue(kind, out var row))
                    {
                        row.Code = code.Trim();
                    }
                    else
                    {
                        scope.Db.LetterClassifications.Add(new LetterClassification { Kind = kind, Code = code.Trim() });
                    }
                }

                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Moves a counter forward, for numbers that were given out on paper before; the act carries the reason. Never back,
    /// or a number would be given out twice.
    /// </summary>
    public Task<Outcome> AdvanceAsync(AdvanceBook command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Numbers, "penomoran.majukan", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                if (string.IsNullOrWhiteSpace(act.Reason) || act.Reason.Length > Letter.ReasonMaxLength)
                {
                    return Outcome.Refused($"Isi alasannya, paling banyak {Letter.ReasonMaxLength} huruf.", ReasonField);
                }

                if (command.Last is not { } last || last > HighestNumber)
                {
                    return Outcome.Refused("Isi nomor terakhir dengan angka.", nameof(command.Last));
                }

                var book = await scope.Db.NumberBooks.AsNoTracking().FirstOrDefaultAsync(b => b.Code == command.Code && b.Year == command.Year, cancellationToken);
                if (book is null)
                {
                    return await OpenAsync(scope, text, command, last, cancellationToken);
                }

                // In one statement, because the counter itself is advanced without being read first.
                var moved = await scope.Db.NumberBooks
                    .Where(b => b.Code == command.Code && b.Year == command.Year && b.Last < last)
                    .ExecuteUpdateAsync(set => set.SetProperty(b => b.Last, last), cancellationToken);
                if (moved == 0)
                {
                    return Outcome.Refused($"Nomor hanya dapat dimajukan; nomor terakhir sekarang {book.Last}.", nameof(command.Last));
                }

                text.Changed($"{book.Code} {book.Year}", book.Last, last);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Opens this year's book before its first number, for an agency that goes on from a book on paper.</summary>
    private async Task<Outcome> OpenAsync(WriteScope scope, AuditText text, AdvanceBook command, int last, CancellationToken cancellationToken)
    {
        var today = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        if (command.Year != today.Year || (command.Code != Agenda && !await IsSharedAsync(scope.Db, command.Code, cancellationToken)))
        {
            return Outcome.NotFound("Buku nomor ini belum ada.");
        }

        var before = command.Code == Agenda ? 0 : await NumberService.LastElsewhereAsync(scope.Db, command.Code, command.Year, cancellationToken);
        if (last <= before)
        {
            return Outcome.Refused(before == 0 ? "Nomor hanya dapat dimajukan; belum ada nomor yang diberikan." : $"Nomor hanya dapat dimajukan; nomor terakhir sekarang {before}.", nameof(command.Last));
        }

        scope.Db.NumberBooks.Add(new NumberBook { Code = command.Code, Year = command.Year, Last = last });
        text.Changed($"{command.Code} {command.Year}", before, last);
        return Outcome.Ok();
    }

    /// <summary>Whether letters of some kind take their numbers from this book.</summary>
    private async Task<bool> IsSharedAsync(DinsosDbContext db, string book, CancellationToken cancellationToken)
    {
        var pattern = await db.AgencyProfiles.Select(a => a.LetterNumberPattern).FirstAsync(cancellationToken);
        var codes = await db.LetterClassifications.ToDictionaryAsync(c => c.Kind, c => c.Code, cancellationToken);
        return contents.Any(c => BookOf(pattern, codes.GetValueOrDefault(c.Kind, "")) == book);
    }

    private static string BookOf(string pattern, string classification) => LetterNumberPattern.Parse(pattern).Value.BookOf(classification);

    /// <summary>A number as it would be written now, or the sentence about what is wrong with the pattern.</summary>
    public static Outcome<string> Sample(string pattern, string unitCode, string classification, DateOnly today)
    {
        var parsed = LetterNumberPattern.Parse(pattern);
        return parsed.IsOk ? parsed.Value.Format(new NumberParts(classification.Trim(), 247, unitCode.Trim(), today, IsConfidential: false)) : parsed.AsFailure();
    }

    private static List<Refusal> Check(SaveNumbering command, IReadOnlyCollection<string> kinds)
    {
        var refusals = new List<Refusal>();
        var parsed = LetterNumberPattern.Parse(command.Pattern);
        if (!parsed.IsOk)
        {
            refusals.Add(new Refusal(parsed.Message, nameof(command.Pattern)));
        }

        if (command.UnitCode.Trim().Length > UnitMaxLength || command.UnitCode.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            refusals.Add(new Refusal($"Kode unit paling banyak {UnitMaxLength} huruf, tanpa kurung kurawal.", nameof(command.UnitCode)));
        }
        else if (command.UnitCode.Trim().Length == 0 && command.Pattern.Contains("{unit}", StringComparison.Ordinal))
        {
            refusals.Add(new Refusal("Isi kode unit, karena pola memakainya.", nameof(command.UnitCode)));
        }

        foreach (var (kind, code) in command.Classifications)
        {
            // A kind the agency has no code for yet is numbered without one.
            if (!kinds.Contains(kind) || (code.Trim().Length > 0 && !Code().IsMatch(code.Trim())))
            {
                refusals.Add(new Refusal("Isi kode klasifikasi dengan angka, huruf, dan titik, misalnya 400.9.14.1.", FieldOf(kind)));
            }
        }

        if (refusals.Count == 0 && command.Classifications.Values.Any(c => IsTooLong(parsed.Value, command.UnitCode, c)))
        {
            refusals.Add(new Refusal($"Nomor menurut pola ini lebih dari {VerificationPayload.NumberMaxLength} huruf, sehingga tidak muat di kode QR.", nameof(command.Pattern)));
        }

        return refusals;
    }

    private static bool IsTooLong(LetterNumberPattern pattern, string unit, string code) =>
        pattern.Format(new NumberParts(code.Trim(), HighestNumber, unit.Trim(), new DateOnly(2028, 8, 31), IsConfidential: true, LetterRules.InsertionSuffix(1))).Length > VerificationPayload.NumberMaxLength;

    private static string BookName(string code) => code switch
    {
        Agenda => "Buku agenda",
        LetterNumberPattern.BookOfAll => "Semua surat",
        LetterNumberPattern.BookPrefix => "Surat tanpa kode",
        _ when code.StartsWith(LetterNumberPattern.BookPrefix, StringComparison.Ordinal) => "Surat berkode " + code[LetterNumberPattern.BookPrefix.Length..],
        _ when LetterKinds.Name(code) is var name && name != code => name,
        _ => "Permohonan " + code,
    };

    [GeneratedRegex(@"\A[0-9A-Za-z]+(\.[0-9A-Za-z]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
