using DinsosIntranet.Features.Agency.Domain;

namespace DinsosIntranet.Features.Agency;

/// <summary>What the papers can do, as far as the letterhead's settings need to know; the capability that prints them answers.</summary>
public abstract class LetterheadPrinter
{
    /// <summary>The families of type this machine prints in, the preferred first.</summary>
    public abstract IReadOnlyList<string> FontFamilies { get; }

    /// <summary>Whether a picture can be set into a paper.</summary>
    public abstract bool CanPrint(byte[] picture);

    /// <summary>A letter that shows all of the letterhead, with CONTOH across it.</summary>
    public abstract byte[] Sample(AgencyProfile agency, DateTime nowUtc);
}
