using DinsosIntranet.App.Backups;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.App.Verbs;

/// <summary>restore FILE.</summary>
internal sealed class RestoreVerb : Verb
{
    public override string Name => "restore";

    public override string Help =>
        """
          restore BERKAS.zip
              Memulihkan cadangan ke folder data yang kosong (--Data:Folder=…). Semua diperiksa dulu: daftar isi,
              basis data, dan rantai jejak; yang rusak ditolak dan tidak meninggalkan apa pun.
              Bila folder kunci kosong, kunci diambil dari cadangan dengan frasa dari DINSOS_FRASA_KUNCI atau yang ditanyakan.
        """;

    public override async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        arguments.AllowOnly();
        var source = Path.GetFullPath(arguments.Single("berkas cadangan"));
        await using var host = BuildHost(arguments);
        var report = await host.Services.GetRequiredService<BackupRestorer>().RestoreAsync(source, console.AskPassphrase, cancellationToken);
        await console.Out.WriteLineAsync(string.Create(IndonesianNumbers.Culture, $"Cadangan dipulihkan: {report.Files:N0} berkas, {report.Rows:N0} baris jejak utuh. Pemulihan ini dicatat di jejak."));
        return CommandLine.Done;
    }
}
