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

    private const int PerRound = 200;
    private const int Letters = PerRound * (Timing.Rounds + 1);

    public static async Task RunAsync(BenchHost host)
    {
        var drafts = await DraftsAsync(host);
        var act = await host.ActAsync("ratna");
        var pdf = DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head());
        var certificate = host.Service<SealCertificate>().Get("Dinas Sosial Kabupaten Lebak");
        var vault = host.Service<FileVault>();
        var commands = 0;
        var measured = await Timing.MeasureAsync(
            PerRound,
            Timing.Act(BarePage),
            async n =>
            {
                commands = host.Commands.Total;
                await ApproveAsync(host, drafts[n], act);
                commands = host.Commands.Total - commands;
            },
            Timing.Act(() => DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head())),
            Timing.Act(() => PdfSeal.Seal(pdf, certificate, "Rangkasbitung")),
            async _ =>
            {
                using var content = new MemoryStream(pdf, writable: false);
                await vault.StoreAsync(content, pdf.Length);
            },
            MovesBench.Flushing(host.Folder));
        await CheckAsync(host, drafts);
        var (bare, real) = (measured[0], measured[1]);
        real.Write("certificate", "docs/s", bare);
        BenchOutput.Write("certificate.p95", Timing.Percentile(real.Milliseconds, 95), "ms", Timing.Percentile(bare.Milliseconds, 95));
        BenchOutput.Write("certificate.commands", commands, "SQL commands of one certificate");
        measured[2].Write("certificate.render", "docs/s", bare);
        measured[3].Write("certificate.seal", "docs/s", bare);
        measured[4].Write("certificate.vault", "files/s, two flushes each", bare);
        BenchOutput.Write("fsync", measured[5].PerSecond, "flushes/s");
    }

    private static async Task ApproveAsync(BenchHost host, Guid letterId, ActionContext act)
    {
        var approved = await host.Service<LetterService>().ApproveAsync(
            new ApproveLetter { LetterId = letterId, Mode = SigningMode.AgencySeal, Password = Password },
            act with { Now = ActionContext.CutToMilliseconds(host.Now) });
        if (!approved.IsOk)
        {
            throw new InvalidOperationException(approved.Message);
        }
    }

    /// <summary>Each letter has a number of its own, and the last paper in the vault bears an intact seal.</summary>
    private static async Task CheckAsync(BenchHost host, IReadOnlyList<Guid> drafts)
    {
        await using var db = host.OpenDb();
        var issued = await db.Letters.AsNoTracking().Where(l => drafts.Contains(l.Id) && l.Status == LetterStatus.Issued).ToListAsync();
        var last = issued[^1].IssuedFileId;
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(f => f.Id == last);
        var seal = PdfInspection.Of(await host.Service<FileVault>().ReadAllAsync(file.ToInfo())).Seal;
        if (issued.Select(l => l.Sequence).Distinct().Count() != Letters || seal != SealState.Intact)
        {
            throw new InvalidOperationException($"Only {issued.Count} of {Letters} letters were issued, the last one is {seal}.");
        }
    }

    private static async Task<IReadOnlyList<Guid>> DraftsAsync(BenchHost host)
    {
        var requests = await BenchData.RequestsAsync(host, Letters, "8-tanda-tangan", numberFrom: 700_000);
        await using var db = host.OpenDb();
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
                CheckedAt = host.Now,
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
                CreatedAt = host.Now,
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
            var regular = new XFont(PdfFonts.Family, 11);
            var bold = new XFont(PdfFonts.Family, 14, XFontStyleEx.Bold);
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
