using System.Globalization;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
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
              Membuat akun dan menampilkan kode aktivasinya satu kali; pemiliknya memilih kata sandi sendiri
              dengan kode itu di /masuk/aktivasi. Kode peran: front-office, sekretariat, kepala-dinas,
              sekretaris-dinas, kepala-bidang, operator-siks-ng, staf-ppid, pekerja-sosial, pengelola-pengaduan,
              pengawas, administrator. Kode unit menurut Pengaturan, Unit dan meja.
          user disable NAMA
              Menonaktifkan akun; sesi yang terbuka berakhir dalam dua detik.
          user reset NAMA
              Menghapus kata sandi, dua langkah, dan semua sesi akun itu, lalu menampilkan kode aktivasi baru satu kali.
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
            return await TellAsync(await accounts.ResetPasswordAsync(id, withTwoSteps: true, act, cancellationToken), $"Kata sandi {userName} disetel ulang.", console);
        }

        var outcome = await services.GetRequiredService<AccountService>().DisableAsync(id, act, cancellationToken);
        await (outcome.IsOk ? console.Out : console.Error).WriteLineAsync(outcome.IsOk ? $"Akun {userName} dinonaktifkan." : outcome.Message);
        return outcome.IsOk ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<int> TellAsync(Outcome<IssuedCode> outcome, string done, VerbConsole console)
    {
        if (!outcome.IsOk)
        {
            await console.Error.WriteLineAsync(outcome.Message);
            return CommandLine.Failed;
        }

        await console.Out.WriteLineAsync(done);
        await console.Out.WriteLineAsync($"Kode aktivasi (ditampilkan sekali ini saja): {outcome.Value.Code}");
        await console.Out.WriteLineAsync($"Pemiliknya memilih kata sandi sendiri di {ActivationPage.Address}, sekali pakai, sebelum {outcome.Value.Until.ToString("dd'/'MM'/'yyyy HH'.'mm", CultureInfo.InvariantCulture)} UTC.");
        return CommandLine.Done;
    }

    private static AddAccount AddCommand(string userName, VerbArguments arguments) => new()
    {
        UserName = userName,
        FullName = arguments.Require("--nama"),
        Position = arguments.Require("--jabatan"),
        Roles = [new RoleChoice(StaffRoles.FromCode(arguments.Require("--peran")) ?? throw new VerbUseException("Kode peran tidak dikenal."), arguments.Find("--unit"))],
        Nip = arguments.Find("--nip"),
    };
}
