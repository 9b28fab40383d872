using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// Certificates with the agency's seal through the real service: number, QR, PDF, signature, encrypted file, history, trail,
/// one transaction each; beside a bare PDF page with as many lines of text, and each part of the work alone.
/// </summary>
internal static class CertificateBench
{
    /// <summary>The demonstration's, as the sign-in page shows it.</summary>
    private const string Password = "contoh-loket-2026";

    private const int PerRound = 40;
    private const int Letters = PerRound * (Timing.Rounds + 1);

    public static async Task RunAsync(BenchHost host)
    {
        var (bare, _) = await Timing.RateAsync(PerRound, _ => BarePage());
        var (real, times) = await RealAsync(host);
        BenchOutput.Write("certificate", real, "docs/s", bare);
        BenchOutput.Write("certificate.p95", Timing.Percentile(times, 95), "ms");

        await MovesBench.FlushesAsync(host.Folder);
        var pdf = DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head());
        await PartAsync("certificate.render", _ => DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head()), bare);
        var certificate = host.Service<SealCertificate>().Get("Dinas Sosial Kabupaten Lebak");
        await PartAsync("certificate.seal", _ => PdfSeal.Seal(pdf, certificate, "Rangkasbitung"), bare);
        var vault = host.Service<FileVault>();
        var (stored, _) = await Timing.RateAsync(PerRound, async _ =>
        {
            using var content = new MemoryStream(pdf, writable: false);
            await vault.StoreAsync(content, pdf.Length);
        });
        BenchOutput.Write("certificate.vault", stored, "files/s, two flushes each", bare);
    }

    private static async Task PartAsync(string name, Action<int> act, double bare)
    {
        var (perSecond, _) = await Timing.RateAsync(PerRound, act);
        BenchOutput.Write(name, perSecond, "docs/s", bare);
    }

    private static async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RealAsync(BenchHost host)
    {
        var drafts = await DraftsAsync(host);
        var letters = host.Service<LetterService>();
        var act = await host.ActAsync("ratna");
        var result = await Timing.RateAsync(PerRound, async n =>
        {
            var approved = await letters.ApproveAsync(
                new ApproveLetter { LetterId = drafts[n], Mode = SigningMode.AgencySeal, Password = Password },
                act with { Now = ActionContext.CutToMilliseconds(DateTime.UtcNow) });
            if (!approved.IsOk)
            {
                throw new InvalidOperationException(approved.Message);
            }
        });

        await using var db = await host.Databases.CreateDbContextAsync();
        var issued = await db.Letters.AsNoTracking().Where(l => drafts.Contains(l.Id) && l.Status == LetterStatus.Issued).Select(l => l.Sequence).ToListAsync();
        var file = await db.StoredFiles.AsNoTracking().OrderByDescending(f => f.Id).FirstAsync();
        var seal = PdfInspection.Of(await host.Service<FileVault>().ReadAllAsync(file.ToInfo())).Seal;
        return issued.Distinct().Count() == Letters && seal == SealState.Intact
            ? result
            : throw new InvalidOperationException($"Only {issued.Count} of {Letters} letters were issued, the last one is {seal}.");
    }

    private static async Task<IReadOnlyList<Guid>> DraftsAsync(BenchHost host)
    {
        var requests = await BenchData.RequestsAsync(host, Letters, "8-tanda-tangan", numberFrom: 700_000);
        await using var db = await host.Databases.CreateDbContextAsync();
        var subjects = await db.ServiceRequests.Where(r => requests.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.SubjectId);
        var purpose = await db.CertificatePurposes.Select(p => p.Code).FirstAsync();
        var letters = new List<Letter>();
        foreach (var id in requests)
        {
            db.DtksChecks.Add(new DtksCheck
            {
                Id = Guid.CreateVersion7(),
                RequestId = id,
                Source = RegisterSource.Dtsen,
                Period = "Triwulan IV 2026",
                IsRegistered = true,
                FamilyId = "3602990000000001",
                Decile = 2,
                Programmes = [],
                CheckedAt = DateTime.UtcNow,
                CheckedById = Guid.Empty,
                PurposeCode = purpose,
            });
            letters.Add(new Letter
            {
                Id = Guid.CreateVersion7(),
                RequestId = id,
                Kind = LetterKinds.DtksCertificate,
                Title = LetterKinds.Name(LetterKinds.DtksCertificate),
                Status = LetterStatus.Draft,
                SubjectId = subjects[id],
                PurposeCode = purpose,
                CreatedAt = DateTime.UtcNow,
                CreatedById = Guid.Empty,
                Version = Guid.CreateVersion7(),
            });
        }

        db.Letters.AddRange(letters);
        await db.SaveChangesAsync();
        return letters.ConvertAll(l => l.Id);
    }

    /// <summary>A page of text in the same font, with nothing measured, wrapped, coded, sealed or stored.</summary>
    private static void BarePage()
    {
        PdfFonts.Register();
        using var document = new PdfDocument();
        var page = document.AddPage();
        using (var canvas = XGraphics.FromPdfPage(page))
        {
            var regular = new XFont("Naskah", 11);
            var bold = new XFont("Naskah", 14, XFontStyleEx.Bold);
            canvas.DrawString("SURAT KETERANGAN TERDAFTAR DALAM DTSEN", bold, XBrushes.Black, 80, 120);
            for (var line = 0; line < 40; line++)
            {
                canvas.DrawString("Yang bertanda tangan di bawah ini menerangkan bahwa nama tersebut terdaftar", regular, XBrushes.Black, 80, 150 + (line * 15));
            }
        }

        using var output = new MemoryStream();
        document.Save(output, closeStream: false);
    }
}
