using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>What an administrator writes down of a screen.</summary>
public sealed record KioskParticulars
{
    public required string Name { get; init; }

    public string? Place { get; init; }

    public string? ServiceCode { get; init; }

    public string? UnitCode { get; init; }

    public required int? PageSeconds { get; init; }

    public required KioskTheme Theme { get; init; }
}

/// <summary>A code made by the program, shown once to whoever types it on the screen; only its hash is kept.</summary>
public sealed record IssuedPairing(Guid DeviceId, string Name, string Code, DateTime Until);

/// <summary>Registering, changing and revoking the screens on the wall; an administrator's work.</summary>
public sealed class KioskService(
    WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, WriteGate gate, KioskQueries queries, KioskDirectory directory, KeyRing keys, TimeProvider time)
{
    public const string RecordKind = "papan-tv";

    /// <summary>The name of the field in the index of codes.</summary>
    internal const string CodeField = "KioskDevices|CodeHash";

    private const int MostDevices = 50;

    public async Task<Outcome<IssuedPairing>> RegisterAsync(KioskParticulars command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = Check(command, await queries.OptionsAsync(cancellationToken));
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        return await writes.RunAsync<IssuedPairing>(
            act,
            async scope =>
            {
                var name = command.Name.Trim();
                var device = new KioskDevice
                {
                    Id = Guid.CreateVersion7(),
                    Name = name,
                    Place = Text(command.Place),
                    ServiceCode = command.ServiceCode,
                    UnitCode = command.UnitCode,
                    PageSeconds = command.PageSeconds!.Value,
                    Theme = command.Theme,
                    RegisteredAt = scope.Now,
                    Version = Guid.CreateVersion7(),
                };
                scope.Audit("papan-tv.daftar", RecordKind, device.Id, new AuditText()
                    .Created("nama", device.Name).Created("tempat", device.Place).Created("layanan", device.ServiceCode).Created("unit", device.UnitCode)
                    .Created("detik", device.PageSeconds).Created("tema", device.Theme));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var names = await scope.Db.KioskDevices.AsNoTracking().Where(k => k.RevokedAt == null).Select(k => k.Name).ToListAsync(cancellationToken);
                if (names.Count >= MostDevices)
                {
                    return Outcome.Refused($"Sudah ada {MostDevices} papan TV. Cabut dulu yang tidak dipakai lagi.");
                }

                if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    return Outcome.Refused(Taken(name), nameof(command.Name));
                }

                scope.Db.KioskDevices.Add(device);
                return Offer(device, scope);
            },
            cancellationToken);
    }

    public async Task<Outcome> ChangeAsync(Guid deviceId, KioskParticulars command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = Check(command, await queries.OptionsAsync(cancellationToken));
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit("papan-tv.ubah", RecordKind, deviceId, text);
                var found = await FindAsync(scope, deviceId, cancellationToken);
                if (!found.IsOk)
                {
                    return found;
                }

                var device = found.Value;
                var name = command.Name.Trim();
                var others = await scope.Db.KioskDevices.AsNoTracking().Where(k => k.RevokedAt == null && k.Id != deviceId).Select(k => k.Name).ToListAsync(cancellationToken);
                if (others.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    return Outcome.Refused(Taken(name), nameof(command.Name));
                }

                text.Changed("nama", device.Name, name).Changed("tempat", device.Place, Text(command.Place)).Changed("layanan", device.ServiceCode, command.ServiceCode)
                    .Changed("unit", device.UnitCode, command.UnitCode).Changed("detik", device.PageSeconds, command.PageSeconds!.Value).Changed("tema", device.Theme, command.Theme);
                if (!text.HasChanges)
                {
                    return Outcome.Refused("Tidak ada yang berubah.");
                }

                (device.Name, device.Place, device.ServiceCode, device.UnitCode) = (name, Text(command.Place), command.ServiceCode, command.UnitCode);
                (device.PageSeconds, device.Theme) = (command.PageSeconds.Value, command.Theme);
                scope.Publish(Topic.Kiosks, deviceId);
                return Outcome.Ok();
            },
            cancellationToken);
        directory.Forget(deviceId);
        return outcome;
    }

    /// <summary>For a screen that has none yet, has lost its cookie, or is replaced by another device.</summary>
    public Task<Outcome<IssuedPairing>> RenewCodeAsync(Guid deviceId, ActionContext act, CancellationToken cancellationToken = default) => writes.RunAsync<IssuedPairing>(
        act,
        async scope =>
        {
            scope.Audit("papan-tv.kode", RecordKind, deviceId);
            var found = await FindAsync(scope, deviceId, cancellationToken);
            return found.IsOk ? Offer(found.Value, scope) : found.AsFailure();
        },
        cancellationToken);

    /// <summary>The screen shows nothing any more from this moment; it cannot be paired again.</summary>
    public async Task<Outcome> RevokeAsync(Guid deviceId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("papan-tv.cabut", RecordKind, deviceId);
                var found = await FindAsync(scope, deviceId, cancellationToken);
                if (found.IsOk)
                {
                    found.Value.Revoke(scope.Now);
                    scope.Publish(Topic.Kiosks, deviceId);
                }

                return found;
            },
            cancellationToken);
        directory.Forget(deviceId);
        return outcome;
    }

    /// <summary>Notes that the screen is on. Nobody's act: it is not in the trail, and nobody is told.</summary>
    public async Task SeenAsync(Guid deviceId, CancellationToken cancellationToken = default)
    {
        var now = ActionContext.CutToMilliseconds(time.GetUtcNow().UtcDateTime);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await db.KioskDevices.Where(k => k.Id == deviceId).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastSeenAt, now), cancellationToken);
        }
    }

    private static async Task<Outcome<KioskDevice>> FindAsync(WriteScope scope, Guid deviceId, CancellationToken cancellationToken)
    {
        if (!AccountAdministration.MayAdminister(scope.Actor))
        {
            return Outcome.Forbidden();
        }

        return await scope.Db.KioskDevices.FirstOrDefaultAsync(k => k.Id == deviceId, cancellationToken) switch
        {
            null => Outcome.NotFound("Papan TV tidak ditemukan."),
            { IsRevoked: true } => Outcome.Conflict("Papan TV ini sudah dicabut."),
            var device => device,
        };
    }

    private static string Taken(string name) => $"Sudah ada papan TV bernama {name}.";

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static List<Refusal> Check(KioskParticulars command, KioskOptions options)
    {
        var refusals = new List<Refusal>();
        if (command.Name.Trim().Length is 0 or > KioskDevice.NameMaxLength)
        {
            refusals.Add(new Refusal($"Isi nama, paling banyak {KioskDevice.NameMaxLength} huruf.", nameof(command.Name)));
        }

        if (command.Place?.Trim().Length > KioskDevice.PlaceMaxLength)
        {
            refusals.Add(new Refusal($"Tempat paling banyak {KioskDevice.PlaceMaxLength} huruf.", nameof(command.Place)));
        }

        if (command.ServiceCode is not null && options.Services.All(s => s.Code != command.ServiceCode))
        {
            refusals.Add(new Refusal("Layanan ini tidak menerima permohonan. Pilih yang lain.", nameof(command.ServiceCode)));
        }

        if (command.UnitCode is not null && options.Units.All(u => u.Code != command.UnitCode))
        {
            refusals.Add(new Refusal("Bidang ini tidak melayani permohonan. Pilih yang lain.", nameof(command.UnitCode)));
        }

        if (command.PageSeconds is not (>= KioskDevice.LeastPageSeconds and <= KioskDevice.MostPageSeconds))
        {
            refusals.Add(new Refusal($"Isi {KioskDevice.LeastPageSeconds} sampai {KioskDevice.MostPageSeconds} detik.", nameof(command.PageSeconds)));
        }

        return refusals;
    }

    private IssuedPairing Offer(KioskDevice device, WriteScope scope)
    {
        var code = PairingCode.New();
        var until = scope.Now + PairingCode.ValidFor;
        device.Offer(new BlindIndex(keys).Compute(CodeField, code)!, until);
        scope.Publish(Topic.Kiosks, device.Id);
        return new IssuedPairing(device.Id, device.Name, code, until);
    }
}
