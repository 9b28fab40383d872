using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Agenda;

/// <summary>Writes the history of a letter in the book.</summary>
internal static class AgendaStory
{
    public static void Add(WriteScope scope, AgendaEntry entry, string title, string? detail, string by) =>
        scope.Db.AgendaEvents.Add(new AgendaEvent
        {
            Id = OrderedId.Create(),
            EntryId = entry.Id,
            At = scope.Now,
            Title = title,
            Detail = string.IsNullOrWhiteSpace(detail) ? null : detail.Trim(),
            ActorId = scope.Actor.UserId,
            ActorText = by,
        });
}
