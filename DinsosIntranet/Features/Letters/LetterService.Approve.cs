using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed record ApproveLetters
{
    public required IReadOnlyList<Guid> LetterIds { get; init; }

    public required SigningMode Mode { get; init; }

    /// <summary>Asked once for all of them.</summary>
    public required string Password { get; init; }
}

/// <summary>How it went with one letter of several.</summary>
public sealed record LetterApproved(Guid LetterId, Outcome<Letter> Outcome);

public sealed partial class LetterService
{
    /// <summary>As many as anybody reads before signing them.</summary>
    public const int MostAtOnce = 50;

    /// <summary>
    /// Signs several letters with one password, each in a transaction of its own: one that cannot be signed any more says
    /// why and does not hold up the others.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<LetterApproved>>> ApproveManyAsync(
        ApproveLetters command, Func<ValueTask<ActionContext>> act, Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var letterIds = command.LetterIds.Distinct().ToList();
        if (letterIds.Count is 0 or > MostAtOnce)
        {
            return Outcome.Refused(letterIds.Count == 0 ? "Pilih surat yang akan ditandatangani." : $"Paling banyak {MostAtOnce} surat sekaligus.");
        }

        if (await accounts.ProveAsync(await act(), command.Password, "Kata sandi tidak cocok. Belum ada surat yang ditandatangani.", nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        var results = new List<LetterApproved>(letterIds.Count);
        foreach (var letterId in letterIds)
        {
            results.Add(new LetterApproved(letterId, await ApproveConfirmedAsync(letterId, command.Mode, await act(), cancellationToken)));
            progress?.Invoke(results.Count);
        }

        return results;
    }

    /// <summary>The approval itself, once the signer's password was found right.</summary>
    private Task<Outcome<Letter>> ApproveConfirmedAsync(Guid letterId, SigningMode mode, ActionContext act, CancellationToken cancellationToken) =>
        writes.RunAsync<Letter>(
            act,
            async scope =>
            {
                scope.Audit("surat.setujui", RecordKind, letterId, new AuditText().Fact("cara", mode));
                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
                if (letter is null)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                var loaded = await LoadForSigningAsync(scope, letter, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (letter.Status != LetterStatus.Draft)
                {
                    return Outcome.Conflict($"Surat ini sudah disetujui {letter.SignerText}.");
                }

                var role = work.Desk.MembershipOf(scope.Actor)!;
                var today = work.Agency.DateOf(scope.Now);
                var agency = work.Agency.Profile;
                var signature = await Letterheads.SignatureAsync(scope.Db, agency, scope.Actor, role, today, PlaceAndDate(agency, today), cancellationToken);
                if (signature is null)
                {
                    return Outcome.Refused("Jabatan penanda tangan belum tercatat lengkap (nama, pangkat, NIP). Hubungi administrator.");
                }

                var approved = await ApproveAsync(scope, work, letter, mode, signature, role, today, cancellationToken);
                return approved.IsOk ? letter : approved.AsFailure();
            },
            cancellationToken);
}
