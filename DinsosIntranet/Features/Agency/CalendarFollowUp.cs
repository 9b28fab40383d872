using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency;

/// <summary>
/// Something that was worked out by the calendar and could be worked out anew after it changed. The capability that owns
/// it registers it; the calendar's page offers it.
/// </summary>
public abstract class CalendarFollowUp
{
    /// <summary>Where it is looked at and confirmed.</summary>
    public abstract string Href { get; }

    /// <summary>"Hitung ulang 12 jam yang masih berjalan", or null where nothing would change.</summary>
    public abstract Task<string?> OfferAsync(Actor viewer, CancellationToken cancellationToken = default);
}
