using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// What a password must be, after OWASP ASVS 5.0 section 6.2: long, not among the common ones, of any composition, never
/// forced to change. Lockout after five wrong attempts for fifteen minutes.
/// </summary>
public static class PasswordRules
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;
    public const int AttemptsBeforeLockout = 5;

    public static TimeSpan LockoutTime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Stems of the passwords found first in every leaked list, and of this agency's own words.</summary>
    private static readonly string[] CommonStems =
    [
        "password", "katasandi", "qwerty", "123456", "654321", "111111", "000000", "abcdef", "rahasia", "indonesia",
        "admin", "dinsos", "dinassosial", "lebak", "banten", "bismillah", "sayang", "merdeka", "pancasila", "letmein", "welcome",
    ];

    public static IReadOnlyList<Refusal> Check(ChangePassword command, string personName)
    {
        var refusals = new List<Refusal>();
        if (command.New.Length < MinimumLength)
        {
            refusals.Add(new Refusal($"Kata sandi paling sedikit {MinimumLength} huruf; baru {command.New.Length}. Rangkaian beberapa kata lebih mudah diingat.", nameof(ChangePassword.New)));
        }
        else if (command.New.Length > MaximumLength)
        {
            refusals.Add(new Refusal($"Kata sandi paling banyak {MaximumLength} huruf.", nameof(ChangePassword.New)));
        }
        else if (IsCommon(command.New, personName))
        {
            refusals.Add(new Refusal("Kata sandi ini mudah ditebak. Pilih rangkaian kata yang lain.", nameof(ChangePassword.New)));
        }
        else if (command.New == command.Current)
        {
            refusals.Add(new Refusal("Kata sandi baru sama dengan yang sekarang.", nameof(ChangePassword.New)));
        }

        if (command.New != command.Repeated)
        {
            refusals.Add(new Refusal("Ulangan tidak sama dengan kata sandi baru.", nameof(ChangePassword.Repeated)));
        }

        return refusals;
    }

    /// <summary>Common when little is left once common stems, the person's own names and digits are taken away, or when few different letters are used.</summary>
    private static bool IsCommon(string password, string personName)
    {
        var rest = new string([.. password.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        foreach (var stem in CommonStems.Concat(personName.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length > 2)))
        {
            rest = rest.Replace(stem, "", StringComparison.Ordinal);
        }

        return rest.Count(char.IsLetter) < 4 || password.Distinct().Count() < 5;
    }
}

/// <summary>
/// Lets one password be hashed at a time: each takes tens of milliseconds of a whole core, and a storm of sign-ins must
/// not freeze the boards.
/// </summary>
public sealed class PasswordGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<T> CheckAsync<T>(Func<T> hash, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(hash, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
