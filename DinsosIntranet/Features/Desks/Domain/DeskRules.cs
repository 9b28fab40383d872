using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>Reasons outside the office for which a clock may stand still (never internal waiting).</summary>
public sealed record PauseReason(string Code, string Text)
{
    public static IReadOnlyList<PauseReason> All { get; } =
    [
        new("pemohon-melengkapi", "Menunggu pemohon melengkapi berkas"),
        new("pemohon-mengambil", "Menunggu pemohon mengambil surat"),
        new("instansi-lain", "Menunggu balasan instansi lain"),
        new("sistem-pusat", "SIKS-NG atau sistem pusat gangguan"),
    ];

    public static PauseReason? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}

/// <summary>
/// What may be done with a work item now, by whom: pages ask to enable and explain, services ask to refuse. Null means yes.
/// Times in the sentences come ready formatted, since rules know no time zone.
/// </summary>
public static class DeskRules
{
    public static Refusal? CanClaim(WorkItem item, Desk desk, Actor actor, Func<DateTime, string> time)
    {
        if (CanTouch(item, desk, actor) is { } refusal)
        {
            return refusal;
        }

        return item.HolderId switch
        {
            null => null,
            { } holder when holder == actor.UserId => new Refusal("Permohonan ini sudah Anda pegang."),
            _ => TakenBy(item, time),
        };
    }

    /// <summary>Moving, pausing and what a step's own panel does: at this desk, and not held by somebody else.</summary>
    public static Refusal? CanWork(WorkItem item, Desk desk, Actor actor, Func<DateTime, string> time)
    {
        if (CanTouch(item, desk, actor) is { } refusal)
        {
            return refusal;
        }

        if (item.HolderId is not null && !item.IsHeldBy(actor))
        {
            return TakenBy(item, time);
        }

        return item.IsPaused ? new Refusal("Jam permohonan ini sedang dijeda. Lanjutkan jam dulu.") : null;
    }

    public static Refusal? CanRelease(WorkItem item, Actor actor) => item switch
    {
        { IsOpen: false } => Closed,
        { HolderId: null } => new Refusal("Permohonan ini tidak sedang dipegang siapa pun."),
        _ when !item.IsHeldBy(actor) => new Refusal($"Permohonan ini dipegang {item.HolderName}."),
        _ => null,
    };

    public static Refusal? CanResume(WorkItem item, Desk desk, Actor actor) =>
        CanTouch(item, desk, actor) ?? (item.IsPaused ? null : new Refusal("Jam permohonan ini tidak sedang dijeda."));

    /// <summary>The head of agency, and the head of the division that answers for the service (<paramref name="unitCode"/>).</summary>
    public static bool IsHeadConcerned(string unitCode, Actor actor) =>
        actor.Has(StaffRole.HeadOfAgency) || actor.Roles.Any(r => r.Role == StaffRole.HeadOfDivision && (r.UnitCode is null || r.UnitCode == unitCode));

    /// <summary>Whether this person works at a desk where requests of this service come in.</summary>
    public static bool TakesIn(ServiceStandard standard, Func<string, Desk?> desk, Actor actor) =>
        standard.Channels.Any(c => desk(standard.EntryStep(c.Code).Desk)?.MembershipOf(actor) is not null);

    /// <summary>
    /// The counter may record that the applicant takes a request back, wherever it lies; so may the desk where the service
    /// comes in (<paramref name="takesIn"/>), whoever holds it and the heads concerned.
    /// </summary>
    public static Refusal? CanWithdraw(WorkItem item, string unitCode, bool takesIn, Actor actor)
    {
        if (!item.IsOpen)
        {
            return Closed;
        }

        return takesIn || item.IsHeldBy(actor) || actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat) || IsHeadConcerned(unitCode, actor)
            ? null
            : new Refusal("Penarikan dicatat oleh Front Office, meja penerima, sekretariat, pemegang permohonan, atau kepala yang membawahinya.");
    }

    private static Refusal Closed { get; } = new("Permohonan ini sudah selesai.");

    private static Refusal? CanTouch(WorkItem item, Desk desk, Actor actor)
    {
        if (!item.IsOpen)
        {
            return Closed;
        }

        return desk.MembershipOf(actor) is null ? new Refusal($"Permohonan ini sedang di meja {desk.Name}.") : null;
    }

    private static Refusal TakenBy(WorkItem item, Func<DateTime, string> time) =>
        new($"Sudah diambil {item.HolderName} pukul {time(item.HeldSince!.Value)}.");
}
