namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// The head of every paper. Without a logo, or with one that cannot be read, a neutral emblem is drawn, so that a damaged
/// picture never stops the counter; <see cref="LogoIsReadable"/> lets the settings page refuse such a picture beforehand.
/// </summary>
public sealed record Letterhead(string Government, string Agency, IReadOnlyList<string> AddressLines, byte[]? LogoPng, PageSetup Page)
{
    public static bool LogoIsReadable(byte[] image)
    {
        using var logo = LogoImage.Read(image);
        return logo is not null;
    }
}

/// <summary>
/// One signing party. <paramref name="TitleLines"/> stand above the space for the signature ("a.n. KEPALA DINAS SOSIAL",
/// "KEPALA BIDANG …"); the closing comma is added where it is missing. <paramref name="Nip"/> is printed with "NIP" in
/// front unless it brings its own wording.
/// </summary>
public sealed record SignatureBlock(IReadOnlyList<string> TitleLines, string? PlaceAndDate, string Name, string? Rank, string? Nip);

/// <summary>The foot of every page; without <paramref name="QrText"/> no code is drawn.</summary>
public sealed record PaperFooter(string? QrText, IReadOnlyList<string> Lines);

/// <summary>What the PDF says about itself.</summary>
public sealed record PaperMetadata(string Title, string Subject, string Author, DateTime CreatedUtc);

/// <summary>A box to tick and the words behind it; an empty label is a dotted line to write on.</summary>
public sealed record Tick(string Label, bool IsTicked);
