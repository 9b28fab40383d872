using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public enum NumberSource
{
    /// <summary>Nomor sisipan: behind a running number of an earlier day (12a).</summary>
    Inserted,
    /// <summary>The number the agency's other system gave.</summary>
    Typed,
}

public sealed record PrepareNumber
{
    public required Guid LetterId { get; init; }

    public required NumberSource Source { get; init; }

    /// <summary>The running number to insert behind.</summary>
    public int? AfterSequence { get; init; }

    public string? TypedNumber { get; init; }

    public required DateOnly? DatedOn { get; init; }

    public required string Reason { get; init; }
}

/// <summary>
/// The secretariat prepares a number that is not the next one, while the letter is a draft. The number is given out only
/// by the approval, whose signer sees what was prepared, by whom and why.
/// </summary>
public sealed class NumberPreparationService(WriteRunner writes, AgencyDirectory agencies, IEnumerable<ILetterContent> contents)
{
    /// <summary>A number must fit the code printed on the letter.</summary>
    public const int TypedNumberMaxLength = VerificationPayload.NumberMaxLength;

    public Task<Outcome> PrepareAsync(PrepareNumber command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.siapkan-nomor", LetterService.RecordKind, command.LetterId, TextOf(command));
                var found = await DraftAsync(scope, command.LetterId, cancellationToken);
                if (!found.IsOk)
                {
                    return found;
                }

                var letter = found.Value;
                var agency = await agencies.GetAsync(cancellationToken);
                var refusals = await CheckAsync(scope.Db, scope.Actor, command, letter, agency.DateOf(scope.Now), cancellationToken);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var prepared = await scope.Db.NumberPreparations.FirstOrDefaultAsync(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind, cancellationToken);
                if (prepared is not null)
                {
                    scope.Db.NumberPreparations.Remove(prepared);
                    await scope.Db.SaveChangesAsync(cancellationToken);
                }

                var isInserted = command.Source == NumberSource.Inserted;
                scope.Db.NumberPreparations.Add(new NumberPreparation
                {
                    RequestId = letter.RequestId,
                    Kind = letter.Kind,
                    AfterSequence = isInserted ? command.AfterSequence : null,
                    TypedNumber = isInserted ? null : command.TypedNumber!.Trim(),
                    DatedOn = command.DatedOn!.Value,
                    Reason = command.Reason.Trim(),
                    PreparedByText = scope.Actor.NameAndPosition,
                    PreparedAt = scope.Now,
                });
                scope.Publish(Topic.Letters, letter.Id);
                scope.Publish(Topic.Work, letter.RequestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes the preparation back: the letter gets the next number.</summary>
    public Task<Outcome> ReleaseAsync(Guid letterId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.lepas-nomor", LetterService.RecordKind, letterId);
                var found = await DraftAsync(scope, letterId, cancellationToken);
                if (!found.IsOk)
                {
                    return found;
                }

                var prepared = await scope.Db.NumberPreparations.FirstOrDefaultAsync(p => p.RequestId == found.Value.RequestId && p.Kind == found.Value.Kind, cancellationToken);
                if (prepared is null)
                {
                    return Outcome.Conflict("Tidak ada nomor yang disiapkan untuk surat ini.");
                }

                scope.Db.NumberPreparations.Remove(prepared);
                scope.Publish(Topic.Letters, letterId);
                scope.Publish(Topic.Work, found.Value.RequestId);
                return Outcome.Ok();
            },
            cancellationToken);

    private static AuditText TextOf(PrepareNumber command)
    {
        var text = new AuditText().Fact("cara", command.Source).Fact("alasan", command.Reason);
        return command.Source == NumberSource.Inserted ? text.Fact("setelah", command.AfterSequence ?? 0) : text.Fact("nomor", command.TypedNumber ?? "");
    }

    private async Task<Outcome<Letter>> DraftAsync(WriteScope scope, Guid letterId, CancellationToken cancellationToken)
    {
        if (!LetterRules.MayPrepareNumber(scope.Actor))
        {
            return Outcome.Forbidden();
        }

        var letter = await scope.Db.Letters.AsNoTracking().VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
        if (letter is null || contents.All(c => c.Kind != letter.Kind))
        {
            return Outcome.NotFound("Surat tidak ditemukan.");
        }

        return letter.Status == LetterStatus.Draft ? letter : Outcome.Conflict("Surat ini sudah bernomor.");
    }

    private static async Task<List<Refusal>> CheckAsync(DinsosDbContext db, Actor actor, PrepareNumber command, Letter letter, DateOnly today, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            refusals.Add(new Refusal("Isi alasan nomor ini.", nameof(command.Reason)));
        }
        else if (command.Reason.Length > NumberPreparation.ReasonMaxLength)
        {
            refusals.Add(new Refusal($"Alasan paling banyak {NumberPreparation.ReasonMaxLength} huruf.", nameof(command.Reason)));
        }

        if (command.DatedOn is not { } date || date == Shared.Text.IndonesianDates.Unreadable)
        {
            refusals.Add(new Refusal("Isi tanggal surat.", nameof(command.DatedOn)));
            return refusals;
        }

        if (date > today)
        {
            refusals.Add(new Refusal("Tanggal surat belum tiba.", nameof(command.DatedOn)));
            return refusals;
        }

        refusals.AddRange(command.Source == NumberSource.Inserted
            ? await CheckInsertedAsync(db, actor, command.AfterSequence, date, await NumberService.BookAsync(db, letter, cancellationToken), cancellationToken)
            : await CheckTypedAsync(db, command.TypedNumber?.Trim() ?? "", date, letter, cancellationToken));
        return refusals;
    }

    /// <summary>The date must lie between that of the number before and that of the number behind, or the book would not read in order.</summary>
    private static async Task<List<Refusal>> CheckInsertedAsync(DinsosDbContext db, Actor actor, int? after, DateOnly date, string book, CancellationToken cancellationToken)
    {
        var neighbours = await db.Letters.AsNoTracking()
            .Where(l => l.Book == book && l.Year == date.Year && l.Insertion == 0 && (l.Sequence == after || l.Sequence == after + 1))
            .Select(l => new { l.Sequence, l.DatedOn, l.Number, l.RequestId })
            .ToListAsync(cancellationToken);
        if (neighbours.Find(n => n.Sequence == after && !actor.IsExcludedFrom(n.RequestId)) is not { } before)
        {
            return [new Refusal("Pilih nomor yang ada di buku tahun itu.", nameof(PrepareNumber.AfterSequence))];
        }

        if (neighbours.Find(n => n.Sequence == after + 1) is not { } behind)
        {
            return [new Refusal($"Nomor {before.Number} yang terakhir di buku, jadi tidak ada yang perlu disisipkan. Pakai nomor berikutnya.", nameof(PrepareNumber.AfterSequence))];
        }

        return date >= before.DatedOn && date <= behind.DatedOn
            ? []
            : [new Refusal($"Tanggal surat harus dari {Shared.Text.IndonesianDates.Letter(before.DatedOn!.Value)} sampai {Shared.Text.IndonesianDates.Letter(behind.DatedOn!.Value)}, di antara kedua nomor itu.", nameof(PrepareNumber.DatedOn))];
    }

    private static async Task<List<Refusal>> CheckTypedAsync(DinsosDbContext db, string number, DateOnly date, Letter letter, CancellationToken cancellationToken)
    {
        if (number.Length is < 3 or > TypedNumberMaxLength || number.Any(char.IsControl))
        {
            return [new Refusal($"Tulis nomor seperti di sistem asalnya, 3 sampai {TypedNumberMaxLength} huruf.", nameof(PrepareNumber.TypedNumber))];
        }

        var wanted = number.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER: numbers hold ASCII letters only.
        var isPrepared = await db.NumberPreparations.AnyAsync(
            p => (p.Kind != letter.Kind || p.RequestId != letter.RequestId) && p.DatedOn.Year == date.Year && p.TypedNumber!.ToUpper() == wanted
                && db.WorkItems.Any(w => w.Id == p.RequestId && w.ClosedAt == null),
            cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return isPrepared || await NumberService.IsTakenAsync(db, date.Year, number, cancellationToken)
            ? [new Refusal($"Nomor {number} sudah dipakai surat lain tahun {date.Year}.", nameof(PrepareNumber.TypedNumber))]
            : [];
    }
}
