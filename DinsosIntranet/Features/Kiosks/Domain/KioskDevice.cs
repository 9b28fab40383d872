namespace DinsosIntranet.Features.Kiosks.Domain;

/// <summary>The colours of a screen; <see cref="System"/> leaves them to the device.</summary>
public enum KioskTheme
{
    System,
    Light,
    Dark,
}

/// <summary>
/// A screen on the wall that shows the board and nothing else. It is no member of staff: it has no roles and does nothing.
/// An administrator registers it and hands it a code once; from then on the device holds a token of its own until it is
/// revoked. Of code and token only hashes are kept.
/// </summary>
public sealed class KioskDevice
{
    public const int NameMaxLength = 60;
    public const int PlaceMaxLength = 80;
    public const int LeastPageSeconds = 5;
    public const int MostPageSeconds = 120;
    public const int UsualPageSeconds = 20;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Where it hangs; null where the name says it.</summary>
    public string? Place { get; set; }

    /// <summary>The one service it shows; null for all.</summary>
    public string? ServiceCode { get; set; }

    /// <summary>The one unit whose services it shows; null for all.</summary>
    public string? UnitCode { get; set; }

    /// <summary>How long one page of desks stands before the next.</summary>
    public required int PageSeconds { get; set; }

    public required KioskTheme Theme { get; set; }

    public required DateTime RegisteredAt { get; init; }

    public string? CodeHash { get; private set; }

    public DateTime? CodeUntil { get; private set; }

    public string? TokenHash { get; private set; }

    public DateTime? PairedAt { get; private set; }

    /// <summary>To within some minutes; null before it was first on.</summary>
    public DateTime? LastSeenAt { get; set; }

    public DateTime? RevokedAt { get; private set; }

    public required Guid Version { get; set; }

    public bool IsRevoked => RevokedAt is not null;

    /// <summary>A new code takes the place of an older one; the device that holds the token keeps it until the code is used.</summary>
    public void Offer(string codeHash, DateTime until)
    {
        Require(!IsRevoked, "offered a code after it was revoked");
        (CodeHash, CodeUntil) = (codeHash, until);
    }

    public bool Accepts(DateTime now) => !IsRevoked && CodeHash is not null && CodeUntil >= now;

    /// <summary>The code is spent, and a browser paired before shows nothing any more.</summary>
    public void Pair(string tokenHash, DateTime now)
    {
        Require(Accepts(now), "paired without a code that holds");
        (CodeHash, CodeUntil, TokenHash, PairedAt) = (null, null, tokenHash, now);
    }

    public void Revoke(DateTime now)
    {
        Require(!IsRevoked, "revoked twice");
        (CodeHash, CodeUntil, TokenHash, RevokedAt) = (null, null, null, now);
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Screen {Id} was {problem}.");
        }
    }
}
