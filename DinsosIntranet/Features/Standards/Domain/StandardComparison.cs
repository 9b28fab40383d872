namespace DinsosIntranet.Features.Standards.Domain;

public enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One thing that differs between two versions, in words; a side is null where the thing is not there.</summary>
public sealed record Difference(DifferenceKind Kind, string What, string? Before, string? After)
{
    public string Word => Kind switch
    {
        DifferenceKind.Added => "Ditambah",
        DifferenceKind.Removed => "Dihapus",
        _ => "Diubah",
    };
}

/// <summary>The differences in one part of a standard.</summary>
public sealed record DifferenceGroup(string Title, IReadOnlyList<Difference> Differences);

/// <summary>
/// What a version changes against another, part by part, for somebody who reads no JSON. Steps, requirements, channels and
/// the like are matched by their codes, so that a new wording is a change and not one thing gone and another come.
/// </summary>
public sealed partial class StandardComparison
{
    private readonly ServiceStandard _before;
    private readonly ServiceStandard _after;
    private readonly Func<string, string> _desk;
    private readonly Func<string, string> _unit;

    private StandardComparison(ServiceStandard before, ServiceStandard after, Func<string, string> desk, Func<string, string> unit) =>
        (_before, _after, _desk, _unit) = (before, after, desk, unit);

    /// <summary>The parts in which the versions differ; empty where they say the same.</summary>
    public static IReadOnlyList<DifferenceGroup> Of(ServiceStandard before, ServiceStandard after, Func<string, string> deskName, Func<string, string> unitName)
    {
        var comparison = new StandardComparison(before, after, deskName, unitName);
        DifferenceGroup[] groups =
        [
            new("Nama dan penerimaan", comparison.General()),
            new("Janji waktu dan biaya", comparison.PromiseAndFee()),
            new("Produk", Lists("Produk", before.Products, after.Products)),
            new("Persyaratan", comparison.Requirements()),
            new("Saluran", comparison.Channels()),
            new("Langkah", comparison.Steps()),
            new("Hasil langkah", comparison.Outcomes()),
            new("Akhir permohonan", Keyed(before.Endings, after.Endings, e => e.Code, e => $"Akhir \"{e.Name}\"", EndingText)),
            new("Surat dari pola", comparison.Letter()),
            new("Pengaduan", comparison.Complaints()),
        ];
        return [.. groups.Where(g => g.Differences.Count > 0)];
    }

    private List<Difference> General() =>
    [
        .. Field("Judul", _before.Title, _after.Title),
        .. Field("Judul pendek", _before.ShortTitle, _after.ShortTitle),
        .. Field("Awalan nomor permohonan", _before.NumberPrefix, _after.NumberPrefix),
        .. Field("Kabupaten", _before.Regency, _after.Regency),
        .. Field("Instansi", _before.Agency, _after.Agency),
        .. Field("Unit penanggung jawab", _unit(_before.Unit), _unit(_after.Unit)),
        .. Field("Nomor SK", _before.Decree ?? "belum diterbitkan", _after.Decree ?? "belum diterbitkan"),
        .. Field("Sifat", SecrecyText(_before), SecrecyText(_after)),
        .. Field("Penerimaan permohonan", IntakeText(_before), IntakeText(_after)),
        .. Field("Jenis", KindText(_before), KindText(_after)),
        .. Field("Surat produk", _before.ProductPaper, _after.ProductPaper),
        .. Field("Formulir loket", _before.ApplicationForm, _after.ApplicationForm),
        .. Field("Meja penanda tangan", _before.SigningDesk, _after.SigningDesk),
    ];

    private List<Difference> PromiseAndFee() =>
    [
        .. Field("Waktu penyelesaian (seperti diterbitkan)", _before.Promise.Published, _after.Promise.Published),
        .. Field("Waktu penyelesaian di aplikasi", PromiseText(_before), PromiseText(_after)),
        .. Field("Batas hukum", LimitText(_before), LimitText(_after)),
        .. Field("Biaya atau tarif", _before.Fee, _after.Fee),
    ];

    private List<Difference> Requirements() =>
    [
        .. Keyed(
            _before.Requirements, _after.Requirements, r => r.Code, r => $"Persyaratan {r.Number}",
            r => $"{r.Number}. {r.Text} ({(r.Mandatory ? "wajib" : "tidak wajib")}){(r.Note is null ? "" : $" Catatan: {r.Note}")}"),
        .. Order("Urutan persyaratan", _before.Requirements.Select(r => (r.Code, r.Number)), _after.Requirements.Select(r => (r.Code, r.Number))),
    ];

    private List<Difference> Channels()
    {
        return Keyed(
            Told(_before), Told(_after), c => c.Code, c => $"Saluran {c.Name}", c => c.Text);

        static List<(string Code, string Name, string Text)> Told(ServiceStandard standard) =>
        [
            .. standard.Channels.Select(c => (
                c.Code,
                c.Name,
                $"{c.Name}{(c.Heading is null ? "" : $" ({c.Heading})")}; mulai di langkah {StepNumber(standard, c.EntryStep)}; persyaratan {(c.Requirements.Count == 0 ? "tidak ada" : string.Join(", ", standard.RequirementsOf(c.Code).Select(r => r.Number)))}")),
        ];
    }

    private List<Difference> Steps()
    {
        var all = new List<Difference>();
        foreach (var (before, after) in Pairs(_before.Steps, _after.Steps, s => s.Id))
        {
            var what = $"Langkah {(after ?? before)!.Number}";
            if (before is null || after is null)
            {
                all.Add(new Difference(before is null ? DifferenceKind.Added : DifferenceKind.Removed, what, before is null ? null : StepText(before), after is null ? null : StepText(after)));
                continue;
            }

            all.AddRange(Field($"{what}: nomor", before.Number, after.Number));
            all.AddRange(Field($"{what}: bunyi", before.Title, after.Title));
            all.AddRange(Field($"{what}: judul pendek", before.ShortTitle, after.ShortTitle));
            all.AddRange(Field($"{what}: meja", _desk(before.Desk), _desk(after.Desk)));
            all.AddRange(Field($"{what}: tindakan", ActionText(before.Action), ActionText(after.Action)));
            all.AddRange(Field($"{what}: usulan disposisi", ProposalText(before), ProposalText(after)));
        }

        all.AddRange(Order("Urutan langkah", _before.Steps.Select(s => (s.Id, s.Number)), _after.Steps.Select(s => (s.Id, s.Number))));
        return all;
    }

    private List<Difference> Outcomes()
    {
        return Keyed(Told(_before), Told(_after), o => o.Key, o => o.What, o => o.Text);

        static List<(string Key, string What, string Text)> Told(ServiceStandard standard) =>
        [
            .. from step in standard.Steps
               from outcome in step.Outcomes
               select ($"{step.Id} {outcome.Code}", $"Langkah {step.Number}, hasil \"{outcome.Label}\"", $"{BranchText(outcome)}{outcome.Label}: {ToText(standard, outcome.To)}"),
        ];
    }

    private List<Difference> Complaints()
    {
        var (before, after) = (_before.Complaints, _after.Complaints);
        return
        [
            .. Field("Alamat", before.Address, after.Address),
            .. Field("Telepon", before.Phone, after.Phone),
            .. Field("Situs", before.Website, after.Website),
            .. Field("Pengantar", before.Intro, after.Intro),
            .. Field("Catatan", before.Note, after.Note),
            .. Lists("Cara mengadu", before.Channels.Select(c => c.Text), after.Channels.Select(c => c.Text)),
            .. Lists("Alur pengaduan", before.Flow, after.Flow),
            .. Keyed(before.Limits, after.Limits, l => l.Class, l => $"Batas waktu \"{l.Name}\"", l => $"{l.Name}: {l.Days} {PublishedUnits.Name(l.Unit)}"),
        ];
    }
}
