using System.Globalization;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.App.Verbs;

/// <summary>keys rotate: a new master key for encrypted fields, and the keys of all cases wrapped under it.</summary>
internal sealed class KeysVerb : Verb
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public override string Name => "keys";

    public override string Help =>
        """
          keys rotate
              Membuat kunci induk baru untuk isian bersandi, lalu membungkus ulang kunci semua kasus dengannya.
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
        var act = ActionContext.For(Actor.System, host.Services.GetRequiredService<TimeProvider>(), "baris perintah");
        var outcome = await host.Services.GetRequiredService<CaseKeyRotation>().RewrapAsync(act, cancellationToken);
        if (!outcome.IsOk)
        {
            await console.Error.WriteLineAsync(outcome.Message);
            return CommandLine.Failed;
        }

        await console.Out.WriteLineAsync(string.Create(Indonesian, $"Kunci induk baru {key.Id}. Kunci {outcome.Value:N0} kasus dibungkus ulang."));
        return CommandLine.Done;
    }
}
