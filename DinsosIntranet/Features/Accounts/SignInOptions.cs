using System.ComponentModel.DataAnnotations;

namespace DinsosIntranet.Features.Accounts;

/// <summary>Section "Masuk".</summary>
public sealed class SignInOptions
{
    public const string Section = "Masuk";

    /// <summary>Minutes without a request or a click after which a session ends.</summary>
    [Range(5, 660)]
    public int IdleMinutes { get; set; } = 60;

    /// <summary>Hours after which a sign-in ends whatever happened.</summary>
    [Range(1, 24)]
    public int LongestHours { get; set; } = 11;

    /// <summary>Attempts a minute from one address; a whole office may stand behind one.</summary>
    [Range(5, 1000)]
    public int AttemptsPerMinute { get; set; } = 60;

    /// <summary>Codes of the roles whose sign-in needs a second step, with commas; see <see cref="TwoStepRule"/>.</summary>
    public string? WajibDuaLangkah { get; set; }

    /// <summary>Hours a one-time activation code can be used.</summary>
    [Range(1, 168)]
    public int KodeAktivasiJam { get; set; } = 24;
}
