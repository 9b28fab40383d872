namespace DinsosIntranet.Features.Agenda.Domain;

/// <summary>Which sifat the secretariat is offered first.</summary>
public static class UrgencyRules
{
    /// <summary>A promise of minutes or hours leaves no time for an ordinary letter's round.</summary>
    public static Urgency ProposedFor(string promisedUnit) => promisedUnit is "menit-kerja" or "jam-kerja" or "jam-kalender" ? Urgency.Urgent : Urgency.Normal;
}
