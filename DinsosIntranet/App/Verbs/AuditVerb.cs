using System.Diagnostics;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.App.Verbs;

/// <summary>audit verify: checks the whole trail and names the first row that is not as it was written.</summary>
internal sealed class AuditVerb : Verb
{
    public override string Name => "audit";

    public override string Help =>
        """
          audit verify
              Memeriksa seluruh jejak: rantai, kunci, dan jangkarnya. Menyebut baris pertama yang berubah atau hilang.
              Kode keluar 0 bila utuh, 1 bila tidak. Boleh dijalankan selagi program melayani.
        """;

    public override async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        arguments.AllowOnly();
        if (arguments.Single("perintah: audit verify") != "verify")
        {
            throw new VerbUseException("Perintah yang ada: audit verify.");
        }

        await using var host = BuildHost(arguments);
        await RequireDatabaseAsync(host.Services, cancellationToken);
        var watch = Stopwatch.StartNew();
        var result = await host.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, cancellationToken);
        var rate = result.Checked / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        await console.Out.WriteLineAsync(string.Create(IndonesianNumbers.Culture, $"{result.Checked:N0} baris diperiksa dalam {watch.Elapsed.TotalSeconds:N1} detik ({rate:N0} baris per detik)."));
        if (result.IsIntact)
        {
            await console.Out.WriteLineAsync("Rantai utuh.");
            return CommandLine.Done;
        }

        await console.Error.WriteLineAsync("Rantai putus. " + result.Problem);
        return CommandLine.Failed;
    }
}
