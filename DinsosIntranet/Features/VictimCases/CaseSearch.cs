using System.Text.RegularExpressions;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// Finds cases by code, by NIK and by safe phone number; nothing is found by name. A NIK or a number finds only cases whose
/// content the searcher may open anyway, since the hit alone says whom they are about. What was searched is not recorded,
/// that somebody searched and what they found is.
/// </summary>
public sealed partial class CaseSearch(WriteRunner writes, AgencyDirectory agencies, CaseVault vault)
{
    private const int Most = 20;

    public Task<Outcome<IReadOnlyList<Guid>>> FindAsync(string text, ActionContext act, CancellationToken cancellationToken = default)
    {
        var trimmed = text.Trim();
        var (by, nik, phone) = Read(trimmed);
        var note = new AuditText().Fact("dengan", by ?? "-");
        return writes.RunAsync<IReadOnlyList<Guid>>(
            act,
            async scope =>
            {
                scope.Audit("kasus.cari", CaseService.RecordKind, Guid.Empty, note);
                if (!scope.Actor.HasAny(StaffRole.SocialWorker, StaffRole.HeadOfDivision, StaffRole.HeadOfAgency, StaffRole.AgencySecretary))
                {
                    return Outcome.Forbidden();
                }

                if (by is null)
                {
                    return Outcome.Refused("Cari dengan kode kasus, NIK 16 angka, atau nomor telepon aman. Nama tidak dapat dicari.", nameof(text));
                }

                var found = by == "kode"
                    ? await ByNumberAsync(scope, trimmed.ToUpperInvariant(), cancellationToken)
                    : await ByIndexAsync(scope, by, nik, phone, cancellationToken);
                note.Fact("hasil", found.Count);
                return Outcome.Ok<IReadOnlyList<Guid>>(found);
            },
            cancellationToken);
    }

    private (string? By, IReadOnlyList<string> Nik, IReadOnlyList<string> Phone) Read(string text)
    {
        if (Code().IsMatch(text))
        {
            return ("kode", [], []);
        }

        var digits = IdentityDigits.Strip(text);
        if (IdentityDigits.ShapeFault(digits, Nik.Length, "NIK", "KTP") is null)
        {
            return ("nik", vault.NikIndexes(digits), []);
        }

        var phone = PhoneNumber.Read(text);
        return phone.Digits.Length > 0 && !phone.Findings.HasError() ? ("telepon", [], vault.PhoneIndexes(text)) : (null, [], []);
    }

    private async Task<List<Guid>> ByNumberAsync(WriteScope scope, string number, CancellationToken cancellationToken)
    {
        var ids = await (from c in scope.Db.VictimCases
                         join w in scope.Db.WorkItems on c.Id equals w.Id
                         where w.Number == number
                         select c.Id).ToListAsync(cancellationToken);
        return await SeenAsync(scope, ids, CaseSight.Outline, null, cancellationToken);
    }

    private async Task<List<Guid>> ByIndexAsync(WriteScope scope, string by, IReadOnlyList<string> nik, IReadOnlyList<string> phone, CancellationToken cancellationToken)
    {
        var ids = await scope.Db.CaseBlocks.AsNoTracking()
            .Where(b => b.RemovedAt == null && (nik.Contains(b.NikIndex!) || phone.Contains(b.PhoneIndex!)))
            .Select(b => b.CaseId).Distinct().OrderByDescending(id => id).Take(Most).ToListAsync(cancellationToken);
        return await SeenAsync(scope, ids, CaseSight.Content, by, cancellationToken);
    }

    private async Task<List<Guid>> SeenAsync(WriteScope scope, List<Guid> ids, CaseSight least, string? by, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var seen = new List<Guid>();
        foreach (var found in (await CaseFinding.FindAsync(scope.Db, ids, scope.Actor, agency, scope.Now, cancellationToken)).Where(f => f.Sight >= least))
        {
            seen.Add(found.Case.Id);
            if (by is not null)
            {
                CaseService.Sighted(scope, found.Case.Id, SightingKind.Found, by);
            }
        }

        return seen;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}-\d{4}-\d{1,6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
