using DinsosIntranet.App.Backups;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.App.Verbs;

/// <summary>backup FILE [--kunci].</summary>
internal sealed class BackupVerb : Verb
{
    private const string WithKeys = "--kunci";
    private const int MinimumPassphrase = 12;
    public override string Name => "backup";

    public override string Help =>
        """
          backup BERKAS.zip [--kunci]
              Membuat cadangan basis data dan berkas, boleh selagi program melayani (SQLite).
              --kunci menyertakan kunci, terenkripsi dengan frasa dari DINSOS_FRASA_KUNCI atau yang ditanyakan
              (paling sedikit 12 huruf). Simpan frasanya di tempat lain; tanpa kunci, berkas tidak dapat dibuka lagi.
        """;

    public override async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        arguments.AllowOnly(WithKeys);
        var target = Path.GetFullPath(arguments.Single("berkas cadangan"));
        string? passphrase = null;
        if (arguments.Has(WithKeys))
        {
            passphrase = console.AskPassphrase() ?? "";
            if (passphrase.Length < MinimumPassphrase)
            {
                throw new VerbUseException($"Frasa kunci paling sedikit {MinimumPassphrase} huruf.");
            }
        }

        await using var host = BuildHost(arguments);
        await RequireDatabaseAsync(host.Services, cancellationToken);
        var report = await host.Services.GetRequiredService<BackupWriter>().WriteAsync(target, passphrase, cancellationToken);
        await console.Out.WriteLineAsync(string.Create(IndonesianNumbers.Culture, $"Cadangan ditulis: {target} ({FileSizes.Text(report.Bytes)}; {report.Files:N0} berkas; jejak sampai baris {report.Rows:N0})."));
        await console.Out.WriteLineAsync(report.HasKeys
            ? "Kunci ikut tersimpan, terenkripsi dengan frasa Anda."
            : "Kunci tidak ikut. Simpan folder kunci, atau cadangan dengan --kunci, di tempat lain.");
        if (report.Missing > 0)
        {
            await console.Error.WriteLineAsync(string.Create(IndonesianNumbers.Culture, $"{report.Missing:N0} berkas tercatat di basis data tetapi tidak ada di folder berkas."));
            return CommandLine.Failed;
        }

        return CommandLine.Done;
    }
}
