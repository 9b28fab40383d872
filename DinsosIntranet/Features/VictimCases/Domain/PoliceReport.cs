using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// The time to tell the police of sexual violence, counted in hours of the clock from the victim's report (UU 12/2022 article 41).
/// A switch of each case: whether the agency itself is bound depends on how it is organised.
/// </summary>
public static class PoliceReport
{
    public static ServiceTime Time { get; } = new(0, 3 * 24, TimeUnits.FromCode("jam-kalender")!.Value);

    public static DateTime Due(DateTime reportedAt) => reportedAt.AddHours(Time.Most);

    /// <summary>Whether what was told of the event switches the clock on, where nobody has switched it yet.</summary>
    public static bool IsCalledFor(BlockValues happened) => happened.Codes("bentuk").Contains("seksual");

    /// <summary>Whether this block of the court says that the police were told, the victim or guardian having been told before.</summary>
    public static bool IsReported(BlockValues court) => court["tahap"] == CaseBlocks.PoliceStage && court.Date("tanggal") is not null && court[CaseBlocks.ToldFirst] == CaseBlocks.Yes;
}
