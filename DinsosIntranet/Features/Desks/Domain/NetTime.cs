namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>Working time already spent, in the words of a list: minutes under an hour, hours under a working day, else days.</summary>
public static class NetTime
{
    /// <summary>37.5 hours in five days (Perpres 21/2023).</summary>
    private const int MinutesPerDay = 450;

    public static string Text(int minutes) => minutes switch
    {
        < 1 => "baru saja",
        < 60 => $"{minutes} menit",
        < MinutesPerDay => $"{minutes / 60} jam",
        _ => $"{minutes / MinutesPerDay} hari",
    };
}
