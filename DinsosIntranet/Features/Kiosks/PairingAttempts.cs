using DinsosIntranet.Features.Kiosks.Domain;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>
/// Counts wrong codes: few from one address, and not many from all together, within the time a code holds. Beyond that
/// nobody is heard for the rest of it, so neither can a code be guessed nor the trail be filled with guesses.
/// </summary>
public sealed class PairingAttempts
{
    public const int MostFromOneAddress = 10;
    public const int MostAltogether = 100;

    private readonly Lock _lock = new();
    private readonly Queue<(string Origin, DateTime At)> _wrong = new();

    public bool MayTry(string origin, DateTime now)
    {
        lock (_lock)
        {
            while (_wrong.TryPeek(out var oldest) && now - oldest.At >= PairingCode.ValidFor)
            {
                _wrong.Dequeue();
            }

            return _wrong.Count < MostAltogether && _wrong.Count(w => w.Origin == origin) < MostFromOneAddress;
        }
    }

    public void Failed(string origin, DateTime now)
    {
        lock (_lock)
        {
            _wrong.Enqueue((origin, now));
        }
    }
}
