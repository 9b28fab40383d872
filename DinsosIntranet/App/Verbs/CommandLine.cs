using DinsosIntranet.App.Backups;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.App.Verbs;

/// <summary>
/// The command-line verbs of the program. Without a verb it serves pages. Exit codes: 0 done, 1 refused or not in order,
/// 2 called wrongly.
/// </summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;

    private static readonly IReadOnlyList<Verb> Verbs = [new AuditVerb(), new BackupVerb(), new KeysVerb(), new RestoreVerb(), new UserVerb()];

    /// <summary>Runs the verb the arguments begin with; null where there is none and the program is to start.</summary>
    public static async Task<int?> RunAsync(string[] args)
    {
        if (args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h")))
        {
            return null;
        }

        return await RunAsync(args, VerbConsole.System());
    }

    internal static async Task<int> RunAsync(string[] args, VerbConsole console, CancellationToken cancellationToken = default)
    {
        var verb = Verbs.FirstOrDefault(v => v.Name == args[0]);
        if (verb is null)
        {
            var isHelp = args[0] is "bantuan" or "help" or "--help" or "-h";
            await WriteHelpAsync(isHelp ? console.Out : console.Error);
            return isHelp ? Done : WrongUse;
        }

        try
        {
            return await verb.RunAsync(new VerbArguments(args[1..]), console, cancellationToken);
        }
        catch (VerbUseException problem)
        {
            await console.Error.WriteLineAsync(problem.Message);
            await console.Error.WriteLineAsync(verb.Help);
            return WrongUse;
        }
        catch (Exception problem) when (problem is BackupException or KeyRingException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
    }

    private static async Task WriteHelpAsync(TextWriter writer)
    {
        await writer.WriteLineAsync("DinsosIntranet – tanpa perintah, program melayani halaman. Perintah:");
        foreach (var verb in Verbs)
        {
            await writer.WriteLineAsync();
            await writer.WriteLineAsync(verb.Help);
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync("Setelan dapat ditambahkan di belakang, misalnya --Data:Folder=/srv/dinsos");
    }
}
