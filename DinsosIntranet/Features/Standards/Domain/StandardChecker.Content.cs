namespace DinsosIntranet.Features.Standards.Domain;

public static partial class StandardChecker
{
    private static void CheckTexts(ServiceStandard standard, Findings findings)
    {
        (string Name, string? Text)[] texts =
        [
            ("kode", standard.Code), ("judul", standard.Title), ("judul pendek", standard.ShortTitle), ("awalan nomor", standard.NumberPrefix),
            ("kabupaten", standard.Regency), ("instansi", standard.Agency), ("unit", standard.Unit), ("biaya", standard.Fee),
            ("surat produk", standard.ProductPaper), ("janji seperti diterbitkan", standard.Promise.Published),
            ("alamat pengaduan", standard.Complaints.Address), ("telepon pengaduan", standard.Complaints.Phone),
            ("produk", standard.Products.Count == 0 ? null : "ada"),
            .. standard.Products.Select(p => ("produk", (string?)p)),
            .. standard.Requirements.Select(r => ($"isi persyaratan '{r.Code}'", (string?)r.Text)),
            .. standard.Requirements.Select(r => ($"nomor persyaratan '{r.Code}'", (string?)r.Number)),
            .. standard.Channels.Select(c => ($"nama saluran '{c.Code}'", (string?)c.Name)),
            .. standard.Endings.Select(e => ($"nama akhir '{e.Code}'", (string?)e.Name)),
            .. standard.Complaints.Channels.Select(c => ("saluran pengaduan", (string?)c.Text)),
        ];
        AddMissing(texts, null, findings);
        foreach (var step in standard.Steps)
        {
            (string Name, string? Text)[] ofStep =
            [
                ("nomor", step.Number), ("judul", step.Title), ("judul pendek", step.ShortTitle),
                .. step.Outcomes.Select(o => ($"tulisan tombol hasil '{o.Code}'", (string?)o.Label)),
            ];
            AddMissing(ofStep, step.Id, findings);
            if (step.ShortTitle.Length > StandardStep.ShortTitleMaxLength)
            {
                findings.Add($"judul pendek lebih dari {StandardStep.ShortTitleMaxLength} huruf", step.Id);
            }
        }
    }

    private static void AddMissing(IEnumerable<(string Name, string? Text)> texts, string? step, Findings findings)
    {
        foreach (var (name, _) in texts.Where(t => string.IsNullOrWhiteSpace(t.Text)))
        {
            findings.Add($"{name} belum diisi", step);
        }
    }

    private static void CheckTimes(ServiceStandard standard, Findings findings)
    {
        var promise = standard.Promise;
        var mostIsSound = CheckTime("janji", promise.Most, findings);
        if (promise.Least is { } least && CheckTime("janji paling singkat", least, findings) && mostIsSound && !PublishedUnits.IsShorter(least, promise.Most))
        {
            findings.Add("janji paling singkat tidak lebih pendek daripada janji paling lama");
        }

        CheckUntil("janji", standard, promise.Until, findings);
        if (standard.LegalLimit is { } limit)
        {
            CheckTime("batas hukum", new PublishedTime(limit.Unit, limit.Amount), findings);
            CheckUntil("batas hukum", standard, limit.Until, findings);
            if (limit.Extension is { } extension)
            {
                CheckTime("perpanjangan batas hukum", extension, findings);
            }
        }

        foreach (var complaint in standard.Complaints.Limits)
        {
            CheckTime($"batas pengaduan '{complaint.Class}'", new PublishedTime(complaint.Unit, complaint.Days), findings);
        }
    }

    private static bool CheckTime(string what, PublishedTime time, Findings findings)
    {
        if (!PublishedUnits.IsKnown(time.Unit))
        {
            findings.Add($"{what}: satuan '{time.Unit}' tidak dikenal");
            return false;
        }

        var isSound = time.Unit == PublishedUnits.Unlimited ? time.Amount is null : time.Amount > 0;
        if (!isSound)
        {
            findings.Add($"{what}: jumlah '{time.Amount}' tidak masuk akal dengan satuan '{time.Unit}'");
        }

        return isSound;
    }

    private static void CheckUntil(string what, ServiceStandard standard, string? until, Findings findings)
    {
        if (until is not null && standard.FindStep(until) is null)
        {
            findings.Add($"{what} berakhir di langkah '{until}' yang tidak ada");
        }
    }
}
