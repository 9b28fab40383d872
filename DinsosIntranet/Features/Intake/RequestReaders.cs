using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake;

/// <summary>
/// Registered by a capability whose requests are not for everybody who serves people: others see their number, step and
/// clock, and nothing of what they hold.
/// </summary>
public interface IRequestReader
{
    string StandardCode { get; }

    /// <summary>Whether this person may read what such a request holds; <paramref name="desk"/> is where it lies.</summary>
    bool MayRead(WorkItem item, Desk? desk, Actor actor);
}

/// <summary>Who may read what a request holds: its people, answers, files and papers.</summary>
public sealed class RequestReaders(IEnumerable<IRequestReader> readers)
{
    public bool MayRead(WorkItem item, AgencySnapshot agency, Actor actor) =>
        !item.IsConfidential && RequestAccess.MaySee(actor) && (Of(item) is not { } reader || reader.MayRead(item, agency.FindDesk(item.DeskCode), actor));

    private IRequestReader? Of(WorkItem item) => readers.FirstOrDefault(r => r.StandardCode == item.StandardCode);
}
