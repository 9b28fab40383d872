using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>Who may correct what was written down wrongly: the page asks to show the act, the service asks to refuse. Null means yes.</summary>
public static class CorrectionRules
{
    public const int ReasonMaxLength = 300;

    /// <summary>
    /// While it is open: the counter that wrote it down, the secretariat, and the desk where it lies. Afterwards only the
    /// secretariat and those who answer for it, the head of agency and the heads of division.
    /// </summary>
    public static Refusal? CanCorrect(WorkItem item, Desk desk, Actor actor)
    {
        if (actor.Has(StaffRole.Secretariat))
        {
            return null;
        }

        if (!item.IsOpen)
        {
            return actor.HasAny(StaffRole.HeadOfAgency, StaffRole.HeadOfDivision)
                ? null
                : new Refusal("Permohonan ini sudah berakhir. Perbaikan datanya lewat sekretariat, Kepala Bidang, atau Kepala Dinas.");
        }

        return actor.Has(StaffRole.FrontOffice) || desk.MembershipOf(actor) is not null
            ? null
            : new Refusal($"Data permohonan ini diperbaiki oleh Front Office, sekretariat, atau meja {desk.Name}.");
    }

    /// <summary>A receipt is given out at the counter, or by the secretariat.</summary>
    public static bool MayRenewReceipt(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat);
}
