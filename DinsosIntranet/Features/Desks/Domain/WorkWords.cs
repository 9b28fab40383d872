using System.Globalization;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>The words screens use for where a request stands.</summary>
public static class WorkWords
{
    private const int MinutesPerHour = 60;

    /// <summary>Steps that branch are named after what is found out there; these have a name of their own.</summary>
    private static readonly Dictionary<string, string> NamedActs = new() { ["dtks.check"] = "Catat hasil cek", ["information.decide"] = "Putuskan" };

    public static string Status(WorkStatus status) => status switch
    {
        WorkStatus.WaitingForDocuments => "Menunggu berkas",
        WorkStatus.Running => "Berjalan",
        WorkStatus.Paused => "Jeda",
        WorkStatus.Done => "Selesai",
        WorkStatus.Declined => "Ditolak",
        WorkStatus.Referred => "Dirujuk",
        WorkStatus.Withdrawn => "Ditarik",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The words of the first button: what is to be done now.</summary>
    public static string NextAct(WorkStatus status, bool isPaused, StandardStep step)
    {
        if (isPaused)
        {
            return "Lanjutkan jam";
        }

        if (status == WorkStatus.WaitingForDocuments)
        {
            return "Lengkapi berkas";
        }

        return NamedActs.TryGetValue(step.Action, out var name) ? name
            : step.Outcomes.Any(o => o.Branch is not null) ? "Catat hasil"
            : step.MainOutcome.Label;
    }

    /// <summary>"9 menit", "1 jam 20 menit", "31 jam": working time, so hours are not turned into days.</summary>
    public static string Minutes(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, MinutesPerHour);
        return hours == 0 ? Text(minutes, "menit")
            : rest == 0 || hours >= 10 ? Text(hours, "jam")
            : $"{Text(hours, "jam")} {Text(rest, "menit")}";
    }

    private static string Text(int amount, string unit) => string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
}
