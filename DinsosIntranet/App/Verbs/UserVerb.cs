using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App.Verbs;

/// <summary>user add|disable|reset NAME.</summary>
internal sealed class UserVerb : Verb
{
    private static readonly string[] AddOptions = ["--nama", "--jabatan", "--peran", "--unit", "--nip"];

    public override string Name => "user";

    public override string Help =>
        """
          user add NAMA --nama "Nama Lengkap" --jabatan "Jabatan" --peran KODE [--unit KODE] [--nip NIP]
              Membuat akun dan menampilkan kata sandinya satu kali. Kode peran: front-office, sekretariat, kepala-dinas,
              sekretaris-dinas, kepala-bidang, operator-siks-ng, staf-ppid, pekerja-sosial, pengelola-pengaduan,
              pengawas, administrator. Kode unit menurut data/units.json.
          user disable NAMA
              Menonaktifkan akun; sesi yang terbuka berakhir dalam dua detik.
          user reset NAMA
              Memberi kata sandi baru, ditampilkan satu kali, dan mengakhiri semua sesi akun itu.
        """;

    public override async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var deed = arguments.Word(0, "perintah: add, disable, atau reset");
        var userName = arguments.Word(1, "nama pengguna");
        arguments.AllowOnly(deed == "add" ? AddOptions : []);
        var command = deed switch
        {
            "add" => AddCommand(userName, arguments),
            "disable" or "reset" => null,
            _ => throw new VerbUseException($"Perintah '{deed}' tidak dikenal."),
        };

        await using var host = BuildHost(arguments);
        if (command is null)
        {
            await RequireDatabaseAsync(host.Services, cancellationToken);
        }
        else
        {
            // The first account of an installation may come before its first start.
            await DatabasePreparation.MigrateAsync(host.Services, cancellationToken);
            await DatabasePreparation.RequireKeysAsync(host.Services, cancellationToken);
        }

        try
        {
            return await RunAsync(deed, userName, command, host.Services, console, cancellationToken);
        }
        finally
        {
            host.Services.GetRequiredService<AuditSealer>().WriteAnchor();
        }
    }

    private static async Task<int> RunAsync(string deed, string userName, AddAccount? command, IServiceProvider services, VerbConsole console, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<AccountAdministration>();
        var act = ActionContext.For(Actor.System, services.GetRequiredService<TimeProvider>(), "baris perintah");
        if (command is not null)
        {
            return await TellAsync(await accounts.AddAsync(command, act, cancellationToken), $"Akun {userName} dibuat.", console);
        }

        if (await accounts.FindAsync(userName, cancellationToken) is not { } id)
        {
            await console.Error.WriteLineAsync($"Akun {userName} tidak ada.");
            return CommandLine.Failed;
        }

        if (deed == "reset")
        {
            return await TellAsync(await accounts.ResetPasswordAsync(id, act, cancellationToken), $"Kata sandi {userName} diganti.", console);
        }

        var outcome = await services.GetRequiredService<AccountService>().DisableAsync(id, act, cancellationToken);
        await (outcome.IsOk ? console.Out : console.Error).WriteLineAsync(outcome.IsOk ? $"Akun {userName} dinonaktifkan." : outcome.Message);
        return outcome.IsOk ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<int> TellAsync(Outcome<IssuedPassword> outcome, string done, VerbConsole console)
    {
        if (!outcome.IsOk)
        {
            await console.Error.WriteLineAsync(outcome.Message);
            return CommandLine.Failed;
        }

        await console.Out.WriteLineAsync(done);
        await console.Out.WriteLineAsync($"Kata sandi (ditampilkan sekali ini saja): {outcome.Value.Password}");
        await console.Out.WriteLineAsync("Mintalah pemiliknya menggantinya di halaman Akun.");
        return CommandLine.Done;
    }

    private static AddAccount AddCommand(string userName, VerbArguments arguments) => new()
    {
        UserName = userName,
        FullName = arguments.Require("--nama"),
        Position = arguments.Require("--jabatan"),
        Role = StaffRoles.FromCode(arguments.Require("--peran")) ?? throw new VerbUseException("Kode peran tidak dikenal."),
        UnitCode = arguments.Find("--unit"),
        Nip = arguments.Find("--nip"),
    };
}
