using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The review: which class, and which way the complaint goes.</summary>
public sealed partial class ReviewPanel
{
    private static readonly (ReviewWay Value, string Name, string Text)[] AllWays =
    [
        (ReviewWay.Agenda, "Diteruskan ke sekretariat", "Diagendakan, didisposisi Kepala Dinas, lalu ditangani bidang."),
        (ReviewWay.AnsweredAtOnce, "Sudah dijawab langsung", "Pejabat yang ada sudah menjawab; ditutup bila pengadu menerima."),
        (ReviewWay.PassOn, "Bukan kewenangan dinas", "Diteruskan ke instansi yang berwenang dengan surat."),
        (ReviewWay.HandUp, "Diserahkan ke atasan Kepala Dinas", "Yang diadukan Kepala Dinas; Sekretaris menyiapkan suratnya."),
        (ReviewWay.Team, "Perlu tim", "Berkadar pengawasan: langsung ke Kepala Dinas untuk dibentuk tim pemeriksa."),
    ];

    private readonly ReviewInput _input = new();
    private IReadOnlyList<StaffChoice> _staff = [];
    private IReadOnlyList<StaffChoice> _officials = [];

    private string ButtonText => _input.Way switch
    {
        ReviewWay.AnsweredAtOnce => "Catat jawaban langsung",
        ReviewWay.PassOn => "Siapkan penerusan",
        ReviewWay.HandUp => "Serahkan ke Sekretaris",
        ReviewWay.Team => "Teruskan ke Kepala Dinas",
        _ => "Teruskan ke sekretariat",
    };

    protected override async Task BeginAsync(ComplaintView view)
    {
        _input.ClassCode = view.Complaint.ClassCode ?? "";
        _input.Way = view.Complaint.IsAboutHead ? ReviewWay.HandUp : null;
        (_staff, _officials) = await Queries.StaffAsync(Gone);
    }

    private List<(ReviewWay Value, string Name, string Text)> Ways(ComplaintView view) =>
    [
        .. AllWays.Where(w => ReviewRules.WhyNot(w.Value, view.Complaint.IsAboutHead) is null && (w.Value != ReviewWay.Team || ReviewRules.KnowsTeams(Context.Standard))),
    ];

    private Task<bool> SaveAsync() => RunAsync(act => Service.ReviewAsync(Context.RequestId, _input, act), _input.Way switch
    {
        ReviewWay.AnsweredAtOnce => "Jawaban langsung dicatat.",
        ReviewWay.PassOn => "Ditelaah: bukan kewenangan dinas. Siapkan surat penerusannya.",
        ReviewWay.Team => "Ditelaah. Kepala Dinas membentuk timnya.",
        ReviewWay.HandUp => "Ditelaah. Sekretaris Dinas menyiapkan penyerahan ke atasan Kepala Dinas.",
        _ => "Ditelaah dan diteruskan ke sekretariat.",
    });

    private Task<bool> AccuseAsync(Guid? staffId) => RunAsync(act => Service.AddAccusedAsync(Context.RequestId, staffId, act), "Pegawai yang diadukan dicatat. Ia tidak melihat pengaduan ini lagi.");
}
