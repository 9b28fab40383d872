using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>Who may correct what was written down wrongly: the page asks to show the act, the service asks to refuse. Null means yes.</summary>
public static class CorrectionRules
{
    public const int ReasonMaxLength = 300;

    /// <summary>Where somebody is deliberately not named there is nothing to correct, and no name to be put in by the way.</summary>
    public const string Unnamed = "Orang dalam permohonan ini dicatat tanpa nama, jadi datanya tidak dapat diperbaiki di sini.";

    /// <summary>The counter registers at once; what is older than this was mistyped.</summary>
    public const int LongestBeforeRegistering = 31;

    /// <summary>
    /// At any time the secretariat, which keeps the register, and the heads concerned: the head of agency and the head of
    /// the division that answers for the service (<paramref name="unitCode"/>). While it is open also the desk where it
    /// lies, the counter among them; where somebody there holds it, only they.
    /// </summary>
    public static Refusal? CanCorrect(WorkItem item, Desk desk, string unitCode, Actor actor)
    {
        if (MayCorrectTimes(unitCode, actor))
        {
            return null;
        }

        if (!item.IsOpen)
        {
            return new Refusal("Permohonan ini sudah berakhir. Perbaikan datanya lewat sekretariat, Kepala Bidang, atau Kepala Dinas.");
        }

        if (desk.MembershipOf(actor) is null)
        {
            return new Refusal($"Data permohonan ini diperbaiki oleh meja {desk.Name}, sekretariat, atau kepala yang membawahinya.");
        }

        return item.HolderId is null || item.IsHeldBy(actor) ? null : new Refusal($"Permohonan ini dipegang {item.HolderName}. Perbaikan datanya lewat pemegangnya.");
    }

    /// <summary>When it came and was complete decides how late a desk is: no desk corrects that for itself.</summary>
    public static bool MayCorrectTimes(string unitCode, Actor actor) =>
        actor.Has(StaffRole.Secretariat) || DeskRules.IsHeadConcerned(unitCode, actor);

    /// <summary>A receipt is given out at the counter, or by the secretariat.</summary>
    public static bool MayRenewReceipt(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat);
}
