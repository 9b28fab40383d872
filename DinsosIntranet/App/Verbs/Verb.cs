using System.Text;
using DinsosIntranet.App.Backups;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App.Verbs;

/// <summary>One command of the program.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>How to call it, in Indonesian.</summary>
    public abstract string Help { get; }

    public abstract Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken);

    /// <summary>The services of the program with the same settings, without starting it. Nothing is logged: the verb itself says what happened.</summary>
    protected static WebApplication BuildHost(VerbArguments arguments)
    {
        var builder = DinsosHost.CreateBuilder([.. arguments.Settings]);
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    /// <summary>Refuses to go on where the database is not there yet, is of another version, or has lost its keys.</summary>
    protected static async Task RequireDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var path = DatabaseRegistration.SqlitePath(options, services.GetRequiredService<DataFolder>());
        if (options.Provider == DatabaseProvider.Sqlite && !File.Exists(path))
        {
            throw new BackupException($"Basis data {path} belum ada. Periksa setelan Data:Folder, atau jalankan programnya dulu.");
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new BackupException("Basis data belum disesuaikan dengan versi program ini. Jalankan programnya dulu.");
        }

        await DatabasePreparation.RequireKeysAsync(services, cancellationToken);
    }
}

/// <summary>The verb was called with something missing or unknown.</summary>
public sealed class VerbUseException : Exception
{
    public VerbUseException()
    {
    }

    public VerbUseException(string message)
        : base(message)
    {
    }

    public VerbUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// What stands behind the verb: words, options (<c>--nama "Siti"</c>, <c>--kunci</c>), and settings of the program, which
/// carry a colon (<c>--Data:Folder=/srv/dinsos</c>).
/// </summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<string> _settings = [];

    public VerbArguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(args[i]);
            }
            else if (args[i].Contains(':', StringComparison.Ordinal))
            {
                _settings.Add(args[i]);
            }
            else
            {
                var hasValue = i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) && args[i] != Flag;
                _options[args[i]] = hasValue ? args[++i] : "";
            }
        }
    }

    /// <summary>The only option without a value.</summary>
    private const string Flag = "--kunci";

    public IReadOnlyList<string> Settings => _settings;

    /// <summary>The only word, or a refusal that names what it should be.</summary>
    public string Single(string what) => _words.Count == 1 ? _words[0] : throw new VerbUseException($"Sebutkan {what}.");

    public string Word(int index, string what) => index < _words.Count ? _words[index] : throw new VerbUseException($"Sebutkan {what}.");

    public bool Has(string option) => _options.ContainsKey(option);

    public string? Find(string option) => _options.TryGetValue(option, out var value) && value.Length > 0 ? value : null;

    public string Require(string option) => Find(option) ?? throw new VerbUseException($"Isi {option}.");

    public void AllowOnly(params string[] options)
    {
        if (_options.Keys.FirstOrDefault(o => !options.Contains(o)) is { } unknown)
        {
            throw new VerbUseException($"Pilihan {unknown} tidak dikenal.");
        }
    }
}

/// <summary>Where a verb writes, and how it asks for what must not stand in the list of processes.</summary>
internal sealed record VerbConsole(TextWriter Out, TextWriter Error, Func<string, string?> AskSecret)
{
    public const string PassphraseVariable = "DINSOS_FRASA_KUNCI";

    public static VerbConsole System() => new(Console.Out, Console.Error, ReadHidden);

    /// <summary>The passphrase from the environment, or typed without being shown; null where nobody can be asked.</summary>
    public string? AskPassphrase() =>
        Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: > 0 } given ? given : AskSecret("Frasa kunci (tidak ditampilkan): ");

    private static string? ReadHidden(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
