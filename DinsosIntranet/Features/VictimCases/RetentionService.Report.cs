using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.VictimCases.Documents;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class RetentionService
{
    private const string AllKept = "Yang disimpan: kode kasus, tanggal, langkah, tim petugas, serta kode pilihan untuk statistik tanpa identitas, karena korban atau walinya menyetujuinya.";
    private const string OnlyCodesKept = "Yang disimpan: kode kasus, tanggal, langkah, dan tim petugas. Tidak ada kode untuk statistik, karena tidak ada persetujuan untuk itu.";

    /// <summary>The berita acara, drawn in the write it is about.</summary>
    private static async Task<byte[]> DrawAsync(WriteScope scope, CaseDestruction destruction, Found found, string number, ErasedAmounts amounts, CancellationToken cancellationToken)
    {
        var (agency, item) = (found.Agency, found.Item!);
        var isCounted = scope.Db.CaseBlocks.Local.Any(b => b.CaseId == destruction.CaseId && b.Payload.Length > 0);
        var paper = new DestructionReportPaper
        {
            Number = number,
            At = $"hari {IndonesianDates.LongWithTime(scope.Now, agency.Zone)}",
            Facts =
            [
                ("Kode kasus", found.Case.Item.Number),
                ("Ditutup", IndonesianDates.Letter(agency.DateOf(found.Case.Item.ClosedAt!.Value))),
                ("Jenis arsip", $"{destruction.ItemTitle} ({destruction.ItemCode})"),
                ("Masa simpan", $"aktif {item.ActiveYears} tahun, inaktif {item.InactiveYears} tahun; habis {IndonesianDates.Letter(destruction.KeptUntil)}"),
                .. destruction.ApprovalLetter.Length > 0 ? [("Surat persetujuan", destruction.ApprovalLetter)] : Array.Empty<(string, string)>(),
                ("Diusulkan", $"{destruction.ProposedByText}, {IndonesianDates.ShortWithTime(destruction.ProposedAt, agency.Zone)}"),
                ("Disetujui", $"{scope.Actor.NameAndPosition}, {IndonesianDates.ShortWithTime(scope.Now, agency.Zone)}"),
                ("Cara", CaseDestruction.Method),
            ],
            Erased = [("Kunci kasus", 1), ("Blok isi kasus", amounts.Blocks), ("Berkas lampiran", amounts.Files), ("Catatan, disposisi, dan baris buku tamu", amounts.Texts)],
            Kept = isCounted ? AllKept : OnlyCodesKept,
            Proposer = await ProposerAsync(scope, destruction, agency, cancellationToken),
            Approver = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, "Yang menyetujui,", cancellationToken),
            CreatedUtc = scope.Now,
        };
        return DestructionReportDocument.Render(paper, Letterheads.Of(agency.Profile));
    }

    private static async Task<SignatureBlock> ProposerAsync(WriteScope scope, CaseDestruction destruction, Agency.AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var proposer = await scope.Db.Users.AsNoTracking().Where(u => u.Id == destruction.ProposedById).Select(u => new { u.FullName, u.Nip }).FirstAsync(cancellationToken);
        return new SignatureBlock(["Yang mengusulkan,"], PlaceAndDate: null, proposer.FullName, Rank: null, proposer.Nip is null ? null : Letterheads.NipText(agency.Profile, proposer.Nip));
    }
}
