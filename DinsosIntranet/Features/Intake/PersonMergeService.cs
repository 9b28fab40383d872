using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed record MergePersons
{
    /// <summary>The record that stays, as the form showed it: whoever wrote meanwhile is not overwritten.</summary>
    public required PersonInput Survivor { get; init; }

    /// <summary>The record that becomes a pointer, as the form showed it.</summary>
    public required PersonInput Losing { get; init; }

    /// <summary>Codes of the particulars that are taken from the losing record, see <see cref="PersonParticulars"/>.</summary>
    public required IReadOnlySet<string> FromLosing { get; init; }

    public required string Reason { get; init; }

    /// <summary>Asked where both have a NIK and the two differ.</summary>
    public bool DifferentNikConfirmed { get; init; }
}

/// <summary>Two records side by side; the one entered first is the one that stays.</summary>
public sealed record MergeForm(MergeSide Survivor, MergeSide Losing, IReadOnlyList<MergeLine> Lines, bool HaveDifferentNiks);

public sealed record MergeSide(PersonInput Data, string EnteredOn, int Requests);

/// <summary>One particular of both, as it is read; equal ones need no choice.</summary>
public sealed record MergeLine(string Code, string Name, string Survivor, string Losing)
{
    public bool IsSame { get; init; }
}

/// <summary>
/// Makes one record of two that are one person: what hung on either hangs on the survivor, what was issued stays as it is.
/// The losing record stays as a pointer.
/// </summary>
public sealed partial class PersonMergeService(WriteRunner writes, WorkFlow flow, PersonService persons, PersonQueries queries, CorrectionService corrections)
{
    private const string RecordKind = "orang";

    /// <summary>Both records for the form; the opening stands in the trail, for full numbers are shown.</summary>
    public Task<Outcome<MergeForm>> OpenAsync(Guid firstId, Guid secondId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<MergeForm>(
            act,
            async scope =>
            {
                scope.Audit("orang.bandingkan", RecordKind, firstId, new AuditText().Fact("dengan", secondId));
                var loaded = await LoadAsync(scope, firstId, secondId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var (first, second) = loaded.Value;
                var (survivor, losing) = first.CreatedAt < second.CreatedAt || (first.CreatedAt == second.CreatedAt && first.Id.CompareTo(second.Id) < 0) ? (first, second) : (second, first);
                var (one, other) = (PersonInput.Of(survivor), PersonInput.Of(losing));
                return new MergeForm(
                    await SideAsync(scope, survivor, one, cancellationToken),
                    await SideAsync(scope, losing, other, cancellationToken),
                    [.. PersonParticulars.All.Select(p => new MergeLine(p.Code, p.Name, Shown(p, one), Shown(p, other)) { IsSame = p.Value(one) == p.Value(other) })],
                    MergeRules.HaveDifferentNiks(one, other));
            },
            cancellationToken);

    public Task<Outcome> MergeAsync(MergePersons command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var (survivorId, losingId) = (command.Survivor.PersonId ?? Guid.Empty, command.Losing.PersonId ?? Guid.Empty);
                var text = new AuditText().Fact("penunjuk", losingId).Fact("alasan", command.Reason.Trim());
                scope.Audit("orang.gabung", RecordKind, survivorId, text);
                var loaded = await LoadAsync(scope, survivorId, losingId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var (survivor, losing) = loaded.Value;
                if (PersonParticulars.Differences(PersonInput.Of(survivor), command.Survivor).Count > 0 || PersonParticulars.Differences(PersonInput.Of(losing), command.Losing).Count > 0)
                {
                    return Outcome.Conflict("Data salah satu orang ini berubah sejak Anda buka. Muat ulang, lalu bandingkan lagi.");
                }

                var refusals = Check(command);
                return refusals.Count > 0 ? Outcome.Refused(refusals) : await SaveAsync(scope, command, survivor, losing, cancellationToken);
            },
            cancellationToken);

    private static List<Refusal> Check(MergePersons command)
    {
        var refusals = new List<Refusal>();
        if (MergeRules.HaveDifferentNiks(command.Survivor, command.Losing) && !command.DifferentNikConfirmed)
        {
            refusals.Add(new Refusal("NIK keduanya berbeda. Pastikan dengan KTP-nya, lalu centang pernyataan ini.", nameof(command.DifferentNikConfirmed)));
        }

        switch (command.Reason.Trim().Length)
        {
            case 0:
                refusals.Add(new Refusal("Isi alasan penggabungan.", nameof(command.Reason)));
                break;
            case > PersonMerge.ReasonMaxLength:
                refusals.Add(new Refusal($"Alasan paling banyak {PersonMerge.ReasonMaxLength} huruf.", nameof(command.Reason)));
                break;
        }

        return refusals;
    }

    private async Task<Outcome> SaveAsync(WriteScope scope, MergePersons command, Person survivor, Person losing, CancellationToken cancellationToken)
    {
        var chosen = command.Survivor with { };
        foreach (var particular in PersonParticulars.All.Where(p => command.FromLosing.Contains(p.Code)))
        {
            particular.Copy(command.Losing, chosen);
        }

        await persons.CorrectAsync(scope, chosen, cancellationToken);
        survivor.LastSeenAt = survivor.LastSeenAt > losing.LastSeenAt ? survivor.LastSeenAt : losing.LastSeenAt;
        losing.MergedIntoId = survivor.Id;

        // Whoever merges the two the other way round at this moment writes the same two rows: one of both must be run again.
        scope.Db.Entry(survivor).Property(p => p.LastSeenAt).IsModified = true;
        var after = PersonInput.Of(survivor);
        var moved = await MoveAsync(scope, losing.Id, survivor.Id, command.Survivor, after, cancellationToken);
        scope.Db.PersonMerges.Add(new PersonMerge
        {
            Id = Guid.CreateVersion7(),
            SurvivorId = survivor.Id,
            LosingId = losing.Id,
            MergedAt = scope.Now,
            MergedById = scope.Actor.UserId,
            MergedByText = scope.Actor.Signature,
            Reason = command.Reason.Trim(),
            Moved = moved.ToJson(),
            Version = Guid.CreateVersion7(),
        });
        scope.Audit("orang.digabung", RecordKind, losing.Id, new AuditText().Fact("ke", survivor.Id).Fact("permohonan", moved.Requests.Count));
        await scope.Db.SaveChangesAsync(cancellationToken);
        await SayAsync(scope, moved.Requests, "Data orang digabung dengan catatan gandanya", command.Reason, cancellationToken);
        await FollowAsync(scope, survivor.Id, PersonParticulars.Differences(command.Survivor, after), PersonParticulars.Differences(command.Losing, after), moved.Requests, " lewat penggabungan data", cancellationToken);
        return Outcome.Ok();
    }

    private static async Task<MergedRecords> MoveAsync(WriteScope scope, Guid from, Guid to, PersonInput before, PersonInput after, CancellationToken cancellationToken)
    {
        var requests = await scope.Db.ServiceRequests.Where(r => r.ApplicantId == from || r.SubjectId == from).ToListAsync(cancellationToken);
        var (asApplicant, asSubject) = (requests.Where(r => r.ApplicantId == from).Select(r => r.Id).ToList(), requests.Where(r => r.SubjectId == from).Select(r => r.Id).ToList());
        var relations = new Dictionary<Guid, string>();
        foreach (var request in requests)
        {
            (request.ApplicantId, request.SubjectId) = (request.ApplicantId == from ? to : request.ApplicantId, request.SubjectId == from ? to : request.SubjectId);
            if (request.ApplicantId == request.SubjectId && request.Relation is { } relation)
            {
                relations[request.Id] = relation;
                request.Relation = null;
            }

            scope.Publish(Topic.Work, request.Id);
        }

        var letters = await scope.Db.Letters.Where(l => l.SubjectId == from).ToListAsync(cancellationToken);
        letters.ForEach(l => l.SubjectId = to);
        var pointers = await scope.Db.Persons.Where(p => p.MergedIntoId == from).ToListAsync(cancellationToken);
        pointers.ForEach(p => p.MergedIntoId = to);
        return new MergedRecords
        {
            Before = before,
            After = after,
            AsApplicant = asApplicant,
            AsSubject = asSubject,
            Relations = relations,
            Letters = [.. letters.Select(l => l.Id)],
            Pointers = [.. pointers.Select(p => p.Id)],
        };
    }

    /// <summary>What was made from data that are others now follows, in the requests that had been the survivor's and in those that moved.</summary>
    private async Task FollowAsync(
        WriteScope scope,
        Guid personId,
        IReadOnlyList<PersonParticular> ofOwn,
        IReadOnlyList<PersonParticular> ofMoved,
        IReadOnlyList<Guid> moved,
        string where,
        CancellationToken cancellationToken)
    {
        if (ofOwn.Count > 0)
        {
            await corrections.FollowPersonAsync(scope, personId, ofOwn, r => !moved.Contains(r.Id), where, cancellationToken);
        }

        if (ofMoved.Count > 0 && moved.Count > 0)
        {
            await corrections.FollowPersonAsync(scope, personId, ofMoved, r => moved.Contains(r.Id), where, cancellationToken);
        }
    }

    private async Task SayAsync(WriteScope scope, IReadOnlyList<Guid> requests, string title, string reason, CancellationToken cancellationToken)
    {
        foreach (var id in requests)
        {
            flow.AddHistory(scope, (await flow.LoadCarriedAsync(scope, id, cancellationToken)).Value, title, reason);
        }
    }

    /// <summary>
    /// Both records, tracked, first the one asked for first. Whoever stands in a rahasia request is answered as if there
    /// were none.
    /// </summary>
    private static async Task<Outcome<(Person First, Person Second)>> LoadAsync(WriteScope scope, Guid firstId, Guid secondId, CancellationToken cancellationToken)
    {
        if (!MergeRules.MayMerge(scope.Actor))
        {
            return Outcome.Forbidden();
        }

        Guid[] ids = [firstId, secondId];
        var found = await scope.Db.Persons.Where(p => ids.Contains(p.Id)).ToOpenOnes(scope.Db, scope.Actor).ToListAsync(cancellationToken);
        if (found.FirstOrDefault(p => p.Id == firstId) is not { } first || found.FirstOrDefault(p => p.Id == secondId) is not { } second || first.Id == second.Id)
        {
            return Outcome.NotFound("Data orang ini tidak ada, atau tidak untuk Anda. Cari lagi.");
        }

        if ((first.MergedIntoId is null ? second.MergedIntoId is null ? null : second : first) is not { } pointer)
        {
            return (first, second);
        }

        var merge = await scope.Db.PersonMerges.AsNoTracking().Where(m => m.LosingId == pointer.Id && m.UndoneAt == null).OrderByDescending(m => m.MergedAt).FirstAsync(cancellationToken);
        return Outcome.Conflict($"Data ini sudah digabung oleh {merge.MergedByText}. Muat ulang daftarnya.");
    }

    private static async Task<MergeSide> SideAsync(WriteScope scope, Person person, PersonInput data, CancellationToken cancellationToken) => new(
        data,
        IndonesianDates.Letter(DateOnly.FromDateTime(person.CreatedAt)),
        await scope.Db.ServiceRequests.CountAsync(r => r.ApplicantId == person.Id || r.SubjectId == person.Id, cancellationToken));

    private string Shown(PersonParticular particular, PersonInput person) => particular.Code switch
    {
        "nik" when person.Nik.Length == 0 => person.NoNikReason.Length > 0 ? $"tanpa NIK: {person.NoNikReason}" : "",
        "nik" => person.IrregularNikReason.Length > 0 ? $"{person.Nik} ({person.IrregularNikReason})" : person.Nik,
        "lahir" => person.BirthDate is { } born ? IndonesianDates.Letter(born) : "",
        "kelamin" => person.Sex is { } sex ? sex.Title() : "",
        "alamat" => queries.FullAddress(person.Address, person.VillageCode.Length > 0 ? person.VillageCode : person.DistrictCode.Length > 0 ? person.DistrictCode : null),
        "telepon" => person.Phone,
        _ => particular.Value(person),
    };
}
