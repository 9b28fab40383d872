using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Pages;

namespace DinsosIntranet.Features.Letters;

/// <summary>Before the first number of the first year: whoever kept a book on paper goes on from its last number.</summary>
internal sealed class NumberingGaps(NumberingService numbering) : SettingsGaps
{
    public override async Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = await numbering.ReadAsync(cancellationToken);
        return settings.Revision is null && settings.Books.All(b => b.Last == 0)
            ? [new SettingsGap(60, "Penomoran belum diperiksa. Surat pertama mendapat nomor 1; majukan bukunya bila tahun ini sudah ada nomor di buku kertas.", NumberingPage.Address, "Penomoran surat")]
            : [];
    }
}
