using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>A screen gives its code and gets its token. A wrong code, a spent one and one past its time are answered alike.</summary>
public sealed class KioskPairing(WriteRunner writes, KioskDirectory directory, KeyRing keys, PairingAttempts attempts, TimeProvider time)
{
    public const string Wrong = "Kode salah, sudah dipakai, atau lewat waktunya. Mintalah kode baru kepada administrator.";
    public const string TooMany = "Terlalu banyak kode yang salah. Coba lagi seperempat jam lagi.";

    public async Task<Outcome<KioskToken>> PairAsync(string code, string origin, CancellationToken cancellationToken = default)
    {
        var act = ActionContext.For(Actor.System, time, origin);
        if (!attempts.MayTry(origin, act.Now))
        {
            return Outcome.Refused(TooMany);
        }

        var hashes = new BlindIndex(keys).ComputeForSearch(KioskService.CodeField, code);
        var outcome = await writes.RunAsync<KioskToken>(
            act,
            async scope =>
            {
                var device = await scope.Db.KioskDevices.FirstOrDefaultAsync(k => k.CodeHash != null && hashes.Contains(k.CodeHash), cancellationToken);
                if (device?.Accepts(scope.Now) != true)
                {
                    return Outcome.Refused(Wrong);
                }

                scope.Audit("papan-tv.pasang", KioskService.RecordKind, device.Id, new AuditText().Fact("nama", device.Name));
                var token = KioskToken.New(device.Id);
                device.Pair(token.Hash, scope.Now);
                scope.Publish(Topic.Kiosks, device.Id);
                return token;
            },
            cancellationToken);
        if (outcome.IsOk)
        {
            directory.Forget(outcome.Value.DeviceId);
            return outcome;
        }

        attempts.Failed(origin, act.Now);
        await writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("papan-tv.gagal", KioskService.RecordKind, Guid.Empty);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);
        return Outcome.Refused(Wrong);
    }
}
