using System.Collections.Concurrent;

namespace DinsosIntranet.Features.Agency;

/// <summary>
/// The last sample each administrator had made, kept in memory until the browser has fetched it: what is not saved stands
/// in no address and in no file.
/// </summary>
public sealed class LetterheadSamples
{
    private readonly ConcurrentDictionary<Guid, (Guid Ticket, byte[] Pdf)> _samples = new();

    /// <summary>The ticket under which the same person may fetch it.</summary>
    public Guid Keep(Guid userId, byte[] pdf)
    {
        var ticket = Guid.NewGuid();
        _samples[userId] = (ticket, pdf);
        return ticket;
    }

    public byte[]? Find(Guid userId, Guid ticket) => _samples.TryGetValue(userId, out var sample) && sample.Ticket == ticket ? sample.Pdf : null;

    public void Drop(Guid userId) => _samples.TryRemove(userId, out _);
}
