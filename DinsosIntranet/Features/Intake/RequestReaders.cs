using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake;

/// <summary>
/// Registered by a capability whose requests are not for everybody who serves people: others meet their number, step and
/// clock in lists, and cannot open them.
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
    /// <summary>Whether the request is none for this person to open at all. A confidential one opens, and shows nothing.</summary>
    public bool IsClosed(WorkItem item, AgencySnapshot agency, Actor actor) => Of(item) is { } reader && !reader.MayRead(item, agency.FindDesk(item.DeskCode), actor);

    public bool MayRead(WorkItem item, AgencySnapshot agency, Actor actor) =>
        !item.IsConfidential && RequestAccess.MaySee(actor, item.Id) && !IsClosed(item, agency, actor);

    private IRequestReader? Of(WorkItem item) => readers.FirstOrDefault(r => r.StandardCode == item.StandardCode);
}
