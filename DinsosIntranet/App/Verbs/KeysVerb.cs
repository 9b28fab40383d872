using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.App.Verbs;

/// <summary>keys rotate: new master keys for encrypted fields and for searching, the keys of all cases wrapped and their indexes computed anew.</summary>
internal sealed class KeysVerb : Verb
{
    public override string Name => "keys";

    public override string Help =>
        """
          keys rotate
              Membuat kunci induk baru untuk isian bersandi dan untuk pencarian, lalu membungkus ulang kunci semua kasus
              dan menghitung ulang indeks NIK dan teleponnya.
              Isi kasus tidak berubah. Kunci lama tetap disimpan untuk membaca yang ditulis dengannya. Boleh dijalankan
              selagi program melayani, dan diulang bila terputus. Buat cadangan kunci baru sesudahnya.
        """;

    public override async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        arguments.AllowOnly();
        if (arguments.Single("perintah: keys rotate") != "rotate")
        {
            throw new VerbUseException("Perintah yang ada: keys rotate.");
        }

        await using var host = BuildHost(arguments);
        await RequireDatabaseAsync(host.Services, cancellationToken);
        var key = host.Services.GetRequiredService<KeyRing>().Rotate(KeyPurpose.Fields);
        host.Services.GetRequiredService<KeyRing>().Rotate(KeyPurpose.BlindIndex);
        var act = ActionContext.For(Actor.System, host.Services.GetRequiredService<TimeProvider>(), "baris perintah");
        var rotation = host.Services.GetRequiredService<CaseKeyRotation>();
        var outcome = await rotation.RewrapAsync(act, cancellationToken);
        var indexed = outcome.IsOk ? await rotation.ReindexAsync(act, cancellationToken) : outcome;
        if (!indexed.IsOk)
        {
            await console.Error.WriteLineAsync(indexed.Message);
            return CommandLine.Failed;
        }

        await console.Out.WriteLineAsync(string.Create(IndonesianNumbers.Culture, $"Kunci induk baru {key.Id}. Kunci {outcome.Value:N0} kasus dibungkus ulang, {indexed.Value:N0} blok diindeks ulang."));
        return CommandLine.Done;
    }
}
